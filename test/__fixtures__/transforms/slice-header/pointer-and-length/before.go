package p

import (
	"reflect"
	"unsafe"
)

func view(p unsafe.Pointer, n int) []byte {
	return *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{
		Data: uintptr(p),
		Len:  n,
		Cap:  n,
	}))
}
