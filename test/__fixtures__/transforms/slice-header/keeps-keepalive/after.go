package p

import (
	"runtime"
	"unsafe"
)

func s2b(s string) []byte {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	runtime.KeepAlive(&s)
	return b
}
