package p

import (
	"reflect"
	"unsafe"
)

func size(b []byte, len int) bool {
	return (*reflect.SliceHeader)(unsafe.Pointer(&b)).Len == len
}
