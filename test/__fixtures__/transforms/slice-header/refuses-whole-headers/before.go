package fixture

import (
	"reflect"
	"unsafe"
)

func assigned(b []byte) (c []byte) {
	from := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	to := (*reflect.SliceHeader)(unsafe.Pointer(&c))
	*to = *from
	return
}

func inPlace(b []byte) (c []byte) {
	*(*reflect.SliceHeader)(unsafe.Pointer(&c)) = *(*reflect.SliceHeader)(unsafe.Pointer(&b))
	return c
}

func compared(a, b string) bool {
	return *(*reflect.StringHeader)(unsafe.Pointer(&a)) == *(*reflect.StringHeader)(unsafe.Pointer(&b))
}

func lost(b []byte) string {
	h := reflect.StringHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: len(b)}
	b = nil
	return *(*string)(unsafe.Pointer(&h))
}
