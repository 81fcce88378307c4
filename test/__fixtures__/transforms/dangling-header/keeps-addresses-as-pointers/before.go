package fixture

import (
	"fmt"
	"reflect"
	"unsafe"
)

type sliceHeader struct {
	Data unsafe.Pointer
	Len  int
	Cap  int
}

func inLiteral(b []byte) []byte {
	var start = uintptr(unsafe.Pointer(&b[0])) // of b
	n := len(b)
	h := reflect.SliceHeader{Data: start + 1, Len: n - 1, Cap: n - 1}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func shown(p *[4]byte) (s string, text string) {
	address := uintptr(unsafe.Pointer(p))
	if address == 0 || address%1 != 0 {
		return "", ""
	}
	h := (*reflect.StringHeader)(unsafe.Pointer(&s))
	h.Data, h.Len = address, 4
	return s, fmt.Sprintf("%T %t", address, address == uintptr(unsafe.Pointer(p)))
}

func converted(p unsafe.Pointer, n int) []int16 {
	address := uintptr(p)
	q, end := uintptr(unsafe.Pointer(p)), n
	first := *(*int16)(unsafe.Pointer(q))
	_ = first
	h := sliceHeader{Data: unsafe.Pointer(q), Len: end, Cap: end}
	h.Data = unsafe.Pointer(address)
	return *(*[]int16)(unsafe.Pointer(&h))
}

func grown(p *byte, n int) (b []byte) {
	address := uintptr(unsafe.Pointer(p))
	for i := 0; i < n; i++ {
		address++
	}
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = address
	h.Len = 1
	h.Cap = 1
	return b
}

func shared(p *byte, uintptr func(unsafe.Pointer) uintptr) (b []byte) {
	address := uintptr(unsafe.Pointer(p))
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = address
	h.Len = 1
	h.Cap = 1
	return b
}

func fromAnInteger(n uintptr) (b []byte) {
	address := uintptr(unsafe.Pointer((*byte)(unsafe.Pointer(n))))
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = address
	h.Len = 1
	h.Cap = 1
	return b
}

func elsewhere(p *byte) bool {
	address := uintptr(unsafe.Pointer(p))
	return address%8 == 0
}
