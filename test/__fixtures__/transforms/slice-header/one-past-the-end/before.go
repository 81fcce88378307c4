package fixture

import (
	"reflect"
	"unsafe"
)

func rest(b []byte, n int) (r []byte) {
	from := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	to := (*reflect.SliceHeader)(unsafe.Pointer(&r))
	to.Data = from.Data + uintptr(n)
	to.Len = from.Len - n
	to.Cap = from.Cap - n
	return
}

func tail(p *[64]byte, n int) (r []byte) {
	to := (*reflect.SliceHeader)(unsafe.Pointer(&r))
	to.Data = uintptr(unsafe.Pointer(p)) + uintptr(n)
	to.Len = 64 - n
	to.Cap = 64 - n
	return
}
