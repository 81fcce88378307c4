package p

import (
	"unsafe"
)

func view(s string) []byte {
	if s == "" {
		return nil
	}
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func same(b []byte) (c []byte) {
	return unsafe.Slice(unsafe.SliceData(b), cap(b))[:len(b)]
}

func isNil(b []byte) bool {
	return unsafe.SliceData(b) == nil
}
