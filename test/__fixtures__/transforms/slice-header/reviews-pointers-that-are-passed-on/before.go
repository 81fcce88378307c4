package fixture

import (
	"reflect"
	"unsafe"
)

func grow(p unsafe.Pointer) int {
	s := (*[]byte)(p)
	*s = append(*s, 1, 2)
	return 10
}

func beside(b []byte) (int, int) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return h.Len, grow(unsafe.Pointer(h))
}

func castBeside(b []byte) (int, []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	c := *(*reflect.SliceHeader)(unsafe.Pointer(&b))
	return grow(unsafe.Pointer(h)), *(*[]byte)(unsafe.Pointer(&c))
}

var room [64]byte

func prepare(p unsafe.Pointer) { *(*[]byte)(p) = make([]byte, 0, 32) }

func prepared(n int) (b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	prepare(unsafe.Pointer(h))
	h.Data = uintptr(unsafe.Pointer(&room))
	h.Len = n
	return b
}

func alone(b []byte) int {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	grow(unsafe.Pointer(h))
	return h.Len
}
