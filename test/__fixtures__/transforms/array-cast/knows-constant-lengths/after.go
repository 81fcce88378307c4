package fixture

import "unsafe"

const size = 512

func page(p unsafe.Pointer) []byte {
	return unsafe.Slice((*byte)(p), size)
}

func none(p unsafe.Pointer) []byte {
	return unsafe.Slice((*byte)(p), 0)
}
