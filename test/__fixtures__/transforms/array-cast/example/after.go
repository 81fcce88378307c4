package fixture

import "unsafe"

func view(p unsafe.Pointer, n int) []uint32 {
	return unsafe.Slice((*uint32)(p), n)
}
