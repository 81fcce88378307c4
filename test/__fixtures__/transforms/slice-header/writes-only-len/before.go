package p

import (
	"reflect"
	"unsafe"
)

func shorten(b []byte, n int) []byte {
	(*reflect.SliceHeader)(unsafe.Pointer(&b)).Len = n
	return b
}
