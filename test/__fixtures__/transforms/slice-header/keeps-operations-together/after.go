package fixture

import (
	"unsafe"
)

func minus(addr, a, b uintptr) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(addr-(a-b))), 4)
}

func or(addr, a uintptr) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(addr+(a|1))), 4)
}

func rest(base, off uintptr) (uintptr, []byte) {
	x := (base + off) % 8
	return x, unsafe.Slice((*byte)(unsafe.Pointer(base+off)), 4)
}

func less(b []byte, x int) []byte {
	b = b[:len(b)-(-x)]
	return b
}

func divided(b []byte, x *int) []byte {
	b = b[:len(b)/(*x)]
	return b
}

func read(b []byte, x int) int {
	n := 3 - (-x)
	c := unsafe.Slice(&b[0], len(b))[:-x]
	return n + len(c)
}
