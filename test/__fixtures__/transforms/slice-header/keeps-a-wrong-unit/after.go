package p

import (
	"unsafe"
)

// The length is in bytes, and should be in words.
func words(b []byte) (w []uint32) {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(b))), cap(b))[:len(b)]
}
