package p

import (
	"reflect"
	"unsafe"
)

func address(b []byte) uintptr {
	return (*reflect.SliceHeader)(unsafe.Pointer(&b)).Data
}

func overlap(a, b []byte) bool {
	x := (*reflect.SliceHeader)(unsafe.Pointer(&a))
	y := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return x.Data+uintptr(x.Len) > y.Data && y.Data+uintptr(y.Len) > x.Data
}

func sameArray(a, b []int) bool {
	x := (*reflect.SliceHeader)(unsafe.Pointer(&a))
	y := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return x.Data == y.Data
}

func sizes(b []byte, s string) (int, int, int) {
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	return bh.Len, bh.Cap, sh.Len
}

func first(s string) byte {
	return *(*byte)(unsafe.Pointer((*reflect.StringHeader)(unsafe.Pointer(&s)).Data))
}
