package p

import (
	"reflect"
	"unsafe"
)

func view(s string) []byte {
	if s == "" {
		return nil
	}
	return *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{
		Data: (*reflect.StringHeader)(unsafe.Pointer(&s)).Data,
		Len:  len(s),
		Cap:  len(s),
	}))
}

func same(b []byte) (c []byte) {
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	ch := (*reflect.SliceHeader)(unsafe.Pointer(&c))
	*ch = reflect.SliceHeader{Data: bh.Data, Len: bh.Len, Cap: bh.Cap}
	return c
}

func isNil(b []byte) bool {
	return (*reflect.SliceHeader)(unsafe.Pointer(&b)).Data == 0
}
