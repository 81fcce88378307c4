package p

import (
	"reflect"
	"unsafe"
)

func memory(p *[4]uint32) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(p)), 16)
}

func s2b(s string) (b []byte) {
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data = sh.Data
	bh.Len = sh.Len
	bh.Cap = sh.Len
	return b
}
