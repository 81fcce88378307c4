package fixture

import (
	"reflect"
	"unsafe"
)

func get(b *[]byte) *reflect.SliceHeader { return (*reflect.SliceHeader)(unsafe.Pointer(b)) }
