package fixture

import (
	"reflect"
	"unsafe"
)

func screen() []byte {
	return *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{Data: 0xb8000, Len: 4000, Cap: 4000}))
}

const base uintptr = 0x1000

func sum() (b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = base + 0x20
	h.Len = 10
	h.Cap = 10
	return
}

func ofValue(v reflect.Value) []byte {
	return *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{Data: v.Pointer(), Len: 8, Cap: 8}))
}
