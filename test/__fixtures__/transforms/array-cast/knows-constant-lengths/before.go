package fixture

import "unsafe"

const size = 512

var memory [2 * size]byte

func page(p unsafe.Pointer) []byte {
	return (*[1 << 30]byte)(p)[:size:size]
}

func none(p unsafe.Pointer) []byte {
	return (*[1 << 30]byte)(p)[:0:0]
}

func second() []byte {
	return (*[1 << 30]byte)(unsafe.Pointer(&memory[size]))[:size:size]
}

func at(list []uint16) []byte {
	return (*[1 << 20]byte)(unsafe.Pointer(&list[0]))[:2:2]
}

func nothing(x *int64) []byte {
	return (*[1 << 20]byte)(unsafe.Pointer(&*x))[:0:0]
}
