package fixture

import "unsafe"

const size = 512

func page(p unsafe.Pointer) []byte {
	return (*[1 << 30]byte)(p)[:size:size]
}

func none(p unsafe.Pointer) []byte {
	return (*[1 << 30]byte)(p)[:0:0]
}
