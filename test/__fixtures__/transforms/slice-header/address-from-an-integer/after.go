package p

import (
	"unsafe"
)

func mapped(address uintptr, n int) (data []byte) {
	return unsafe.Slice((*byte)(unsafe.Pointer(address)), n)
}
