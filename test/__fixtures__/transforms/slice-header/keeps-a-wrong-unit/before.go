package p

import (
	"reflect"
	"unsafe"
)

// The length is in bytes, and should be in words.
func words(b []byte) (w []uint32) {
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	wh := (*reflect.SliceHeader)(unsafe.Pointer(&w))
	wh.Data = bh.Data
	wh.Len = bh.Len
	wh.Cap = bh.Cap
	return w
}
