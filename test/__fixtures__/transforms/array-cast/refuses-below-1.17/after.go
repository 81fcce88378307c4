package fixture

import "unsafe"

func view(p unsafe.Pointer, n int) []uint32 {
	return (*[1 << 28]uint32)(p)[:n:n]
}
