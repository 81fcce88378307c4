package fixture

// #include <stdlib.h>
import "C"

import (
	"reflect"
	"unsafe"
)

func made(n int) (b []byte) {
	p := C.calloc(C.size_t(n), 1)
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(p)
	h.Len = n
	h.Cap = n
	return
}

func bytesOf(s string) (b []byte) {
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data = sh.Data
	bh.Len = sh.Len
	bh.Cap = sh.Len
	return
}

func show(n int) (int, int, string) {
	b := made(n)
	defer C.free(unsafe.Pointer(&b[0]))
	return len(b), cap(b), string(bytesOf("text"))
}
