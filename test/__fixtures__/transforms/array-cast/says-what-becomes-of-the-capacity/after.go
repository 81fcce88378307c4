package fixture

import (
	"unsafe"
)

func open(p unsafe.Pointer, n int) []byte {
	return unsafe.Slice((*byte)(p), n)
}

func platform(p unsafe.Pointer, n int) []uintptr {
	return unsafe.Slice((*uintptr)(p), n)
}
