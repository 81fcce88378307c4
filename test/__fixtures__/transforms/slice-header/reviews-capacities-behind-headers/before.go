package fixture

import (
	"reflect"
	"unsafe"
)

type record struct {
	text string
	n    int
}

func bytesOf(r *record) []byte {
	h := (*reflect.StringHeader)(unsafe.Pointer(&r.text))
	return *(*[]byte)(unsafe.Pointer(h))
}

func copied(s string) []byte {
	h := *(*reflect.StringHeader)(unsafe.Pointer(&s))
	return *(*[]byte)(unsafe.Pointer(&h))
}

func wider(s string) []byte {
	h := *(*reflect.SliceHeader)(unsafe.Pointer(&s))
	return *(*[]byte)(unsafe.Pointer(&h))
}

func narrower(b []byte) []byte {
	h := *(*reflect.StringHeader)(unsafe.Pointer(&b))
	return *(*[]byte)(unsafe.Pointer(&h))
}

func whole(b []byte) []byte {
	h := (*reflect.StringHeader)(unsafe.Pointer(&b))
	return *(*[]byte)(unsafe.Pointer(h))
}
