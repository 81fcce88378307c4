package fixture

import "unsafe"

const size = 512

var memory [2 * size]byte

func page(p unsafe.Pointer) []byte {
	return unsafe.Slice((*byte)(p), size)
}

func none(p unsafe.Pointer) []byte {
	return unsafe.Slice((*byte)(p), 0)
}

func second() []byte {
	return unsafe.Slice(&memory[size], size)
}

func at(list []uint16) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(&list[0])), 2)
}

func nothing(x *int64) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(&*x)), 0)
}
