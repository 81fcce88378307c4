package fixture

import (
	"reflect"
	"unsafe"
)

func look() bool {
	address := uintptr(place)
	h := reflect.SliceHeader{Data: address, Len: 3, Cap: 3}
	return take(unsafe.Pointer(address)) && h.Len == 3
}
