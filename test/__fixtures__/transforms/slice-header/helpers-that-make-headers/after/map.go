package fixture

import (
	"reflect"
	"unsafe"
)

// Map is memory that a file stands in.
type Map []byte

func (m *Map) addrLen() (uintptr, uintptr) {
	return uintptr(unsafe.Pointer(unsafe.SliceData(*m))), uintptr(len(*m))
}

func wordsOf(s string) *reflect.StringHeader { return (*reflect.StringHeader)(unsafe.Pointer(&s)) }

func valueOf(b []byte) reflect.SliceHeader {
	return *(*reflect.SliceHeader)(unsafe.Pointer(&b))
}

// Header is for other packages too.
func Header(b *[]byte) *reflect.SliceHeader {
	return (*reflect.SliceHeader)(unsafe.Pointer(b))
}

type headers interface{ shared() *reflect.SliceHeader }

func (m *Map) shared() *reflect.SliceHeader {
	return (*reflect.SliceHeader)(unsafe.Pointer(m))
}
