package fixture

import (
	"math"
	"unsafe"
)

func open(p unsafe.Pointer, n int) []byte {
	return (*[math.MaxInt32]byte)(p)[:n]
}

func platform(p unsafe.Pointer, n int) []uintptr {
	return (*[math.MaxInt32 / unsafe.Sizeof(uintptr(0))]uintptr)(p)[:n:n]
}
