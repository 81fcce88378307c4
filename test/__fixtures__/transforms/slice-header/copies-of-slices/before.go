package fixture

import (
	"reflect"
	"unsafe"
)

func copied(x, y [][]byte) (int, int) {
	return (*reflect.SliceHeader)(unsafe.Pointer(&x[0])).Len, copy(x, y)
}

func appended(x, y [][]byte) (int, [][]byte) {
	return (*reflect.SliceHeader)(unsafe.Pointer(&x[0])).Len, append(x[:0], y...)
}

func numbers(x []byte, y, z []int) (int, int) {
	return (*reflect.SliceHeader)(unsafe.Pointer(&x)).Len, copy(y, z)
}
