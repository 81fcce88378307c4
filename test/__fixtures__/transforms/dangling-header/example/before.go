package fixture

import (
	"reflect"
	"unsafe"
)

type cache struct {
	last reflect.StringHeader
}

func (c *cache) remember(s string) {
	c.last = *(*reflect.StringHeader)(unsafe.Pointer(&s))
}

func header(b []byte) unsafe.Pointer {
	return unsafe.Pointer(&reflect.SliceHeader{
		Data: uintptr(unsafe.Pointer(&b[0])),
		Len:  len(b) / 4,
		Cap:  len(b) / 4,
	})
}

func words(b []byte) (w []uint32) {
	address := uintptr(unsafe.Pointer(&b[0]))
	n := len(b) / 4
	h := (*reflect.SliceHeader)(unsafe.Pointer(&w))
	h.Data = address
	h.Len = n
	h.Cap = n
	return w
}
