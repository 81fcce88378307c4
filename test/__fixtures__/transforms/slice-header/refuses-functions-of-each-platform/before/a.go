package fixture

import (
	"reflect"
	"unsafe"
)

func made(b []byte) []byte {
	fill((*reflect.SliceHeader)(unsafe.Pointer(&b)), 2)
	return b
}
