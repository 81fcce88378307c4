package p

import (
	"unsafe"
)

func view(p unsafe.Pointer, n int) []byte {
	return unsafe.Slice((*byte)(p), n)
}
