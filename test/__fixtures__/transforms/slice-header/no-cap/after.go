package p

import (
	"unsafe"
)

func s2b(s string) (b []byte) {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func literal(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}
