//go:build !go1.20

package fixture

import (
	"reflect"
	"unsafe"
)

func text(b []byte) string {
	return *(*string)(unsafe.Pointer((*reflect.SliceHeader)(unsafe.Pointer(&b))))
}

func words(b []byte) []int8 {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return *(*[]int8)(unsafe.Pointer(h))
}
