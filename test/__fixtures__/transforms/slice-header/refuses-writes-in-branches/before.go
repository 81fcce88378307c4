package fixture

import (
	"reflect"
	"unsafe"
)

func viewed(b []uint32, cut bool) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	if cut {
		h.Len *= 4
		h.Cap *= 4
	}
	return *(*[]byte)(unsafe.Pointer(h))
}

func between(b []byte, cut bool) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len = 64
	if cut {
		h.Len = 1
	}
	h.Cap = 64
	return b
}

var n = 1

func scoped(b []byte, k int) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len = k
	{
		n := 2 * k
		h.Len = n
	}
	h.Cap = 20
	return b
}

type T [2]byte

func typed(b []byte) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len = int(unsafe.Sizeof(T{}))
	type T [4]byte
	h.Cap = len(T{})
	return b
}

func inside(b []uint32, cut bool) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	if cut {
		h.Len *= 4
		h.Cap *= 4
		return *(*[]byte)(unsafe.Pointer(h))
	}
	return nil
}
