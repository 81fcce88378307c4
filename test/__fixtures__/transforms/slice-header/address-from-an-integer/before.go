package p

import (
	"reflect"
	"unsafe"
)

func mapped(address uintptr, n int) (data []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&data))
	h.Data = address
	h.Len = n
	h.Cap = n
	return
}
