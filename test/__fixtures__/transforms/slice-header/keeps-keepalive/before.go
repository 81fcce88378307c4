package p

import (
	"reflect"
	"runtime"
	"unsafe"
)

func s2b(s string) []byte {
	var b []byte
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data = sh.Data
	bh.Len = sh.Len
	bh.Cap = sh.Len
	runtime.KeepAlive(&s)
	return b
}
