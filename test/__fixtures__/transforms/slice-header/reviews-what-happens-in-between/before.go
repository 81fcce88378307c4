package p

import (
	"reflect"
	"runtime"
	"unsafe"
)

func guarded(b []byte) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: len(b), Cap: len(b)}
	if len(b) == 0 {
		return nil
	}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func recovered(b []byte) (s string) {
	defer func() { recover() }()
	h := (*reflect.StringHeader)(unsafe.Pointer(&s))
	h.Len = len(b)
	h.Data = uintptr(unsafe.Pointer(&b[0]))
	return s
}

func dropped(b []byte, d int) string {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: 1, Cap: 4 / d}
	return *(*string)(unsafe.Pointer(&h))
}

func kept(b []byte) (uintptr, int) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	address := h.Data
	runtime.GC()
	return address, h.Len
}

func counted(b []byte, less int) []byte {
	n := len(b)
	for i := 0; i < less; i++ {
		n--
	}
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: n, Cap: n}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func alone(b []byte) (s string) {
	bytes := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	n := len(b)
	text := (*reflect.StringHeader)(unsafe.Pointer(&s))
	text.Data = bytes.Data
	text.Len = n
	return s
}
