package p

import (
	"reflect"
	"unsafe"
)

func bytesOf(v []uint32) []byte {
	var b []byte
	hdr := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	hdr.Len = len(v) * 4
	hdr.Cap = hdr.Len
	hdr.Data = uintptr(unsafe.Pointer(&v[0]))
	return b
}

func guarded(v []uint32) []byte {
	if len(v) == 0 {
		return nil
	}
	return bytesOf(v)
}

func text(b []byte) string {
	h := reflect.StringHeader{
		Data: uintptr(unsafe.Pointer(&b[0])),
		Len:  len(b),
	}
	return *(*string)(unsafe.Pointer(&h))
}
