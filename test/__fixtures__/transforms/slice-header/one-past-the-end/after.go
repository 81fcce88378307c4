package fixture

import (
	"unsafe"
)

func rest(b []byte, n int) (r []byte) {
	return unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(b)), uintptr(n))), cap(b)-n)[:len(b)-n]
}

func tail(p *[64]byte, n int) (r []byte) {
	return unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(p), uintptr(n))), 64-n)
}
