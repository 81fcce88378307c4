package p

import (
	"reflect"
	"unsafe"
)

func s2b(s string) (b []byte) {
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data = sh.Data
	bh.Len = sh.Len
	return
}

func literal(s string) []byte {
	h := reflect.SliceHeader{Data: (*reflect.StringHeader)(unsafe.Pointer(&s)).Data, Len: len(s)}
	return *(*[]byte)(unsafe.Pointer(&h))
}
