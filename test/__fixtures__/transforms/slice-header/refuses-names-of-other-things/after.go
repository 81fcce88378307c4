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
	return uintptr(unsafe.Pointer(unsafe.SliceData(b))) == nil
}

func empty(s string) []byte {
	var b []byte
	b = unsafe.Slice(unsafe.StringData(s), len(b))
	return b
}
