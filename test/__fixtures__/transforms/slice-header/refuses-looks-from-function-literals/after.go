package fixture

import (
	"reflect"
	"unsafe"
)

func later(b []uint32) ([]byte, func() int) {
	get := func() int { return len(b) }
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len *= 4
	h.Cap *= 4
	return *(*[]byte)(unsafe.Pointer(h)), get
}

func pointed(b []uint32) ([]byte, int) {
	p := &b
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len *= 4
	h.Cap *= 4
	c := *(*[]byte)(unsafe.Pointer(h))
	return c, len(*p)
}

func frozen(p *[64]byte, n, m int) (b []byte, x int) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len = n
	get := func() { x = h.Len }
	h.Cap = 64
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = m
	get()
	return
}
