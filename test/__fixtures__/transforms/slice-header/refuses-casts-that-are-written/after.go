package fixture

import (
	"reflect"
	"unsafe"
)

type text []byte

func (t *text) add(c byte) { *t = append(*t, c) }

func appended(b []byte) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	*(*[]byte)(unsafe.Pointer(h)) = append(*(*[]byte)(unsafe.Pointer(h)), 'x')
	return b
}

func addressed(b []byte) *[]byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return &*(*[]byte)(unsafe.Pointer(h))
}

func received(b []byte) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	(*(*text)(unsafe.Pointer(h))).add('y')
	return b
}

func joined(s string) string {
	h := (*reflect.StringHeader)(unsafe.Pointer(&s))
	*(*string)(unsafe.Pointer(h)) += "q"
	return s
}
