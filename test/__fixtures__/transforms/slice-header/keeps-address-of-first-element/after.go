package p

import (
	"unsafe"
)

func bytesOf(v []uint32) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(&v[0])), len(v)*4)
}

func guarded(v []uint32) []byte {
	if len(v) == 0 {
		return nil
	}
	return bytesOf(v)
}

func text(b []byte) string {
	return unsafe.String(&b[0], len(b))
}
