package fixture

import (
	"reflect"
	"unsafe"
)

func minus(addr, a, b uintptr) []byte {
	var h reflect.SliceHeader
	h.Data = addr
	h.Data -= a - b
	h.Len, h.Cap = 4, 4
	return *(*[]byte)(unsafe.Pointer(&h))
}

func or(addr, a uintptr) []byte {
	var h reflect.SliceHeader
	h.Data = addr
	h.Data += a | 1
	h.Len, h.Cap = 4, 4
	return *(*[]byte)(unsafe.Pointer(&h))
}

func rest(base, off uintptr) (uintptr, []byte) {
	h := reflect.SliceHeader{Data: base + off, Len: 4, Cap: 4}
	x := h.Data % 8
	return x, *(*[]byte)(unsafe.Pointer(&h))
}

func less(b []byte, x int) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len -= -x
	return b
}

func divided(b []byte, x *int) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len /= *x
	return b
}

func read(b []byte, x int) int {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: -x, Cap: len(b)}
	n := 3 - h.Len
	c := *(*[]byte)(unsafe.Pointer(&h))
	return n + len(c)
}
