package fixture

import (
	"reflect"
	"unsafe"
)

type T byte

func shadowed(b []T, p *int64) []T {
	type T int64
	_ = T(1)
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = 1
	h.Cap = 1
	return b
}

func compared(b []byte) bool {
	nil := uintptr(0)
	return (*reflect.SliceHeader)(unsafe.Pointer(&b)).Data == nil
}

func empty(s string) []byte {
	var b []byte
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	x := *(*reflect.StringHeader)(unsafe.Pointer(&s))
	h.Data = x.Data
	return b
}
