package fixture

import "unsafe"

type node struct{ left, right int32 }

func nodes(first *node, n uint16) []node {
	return unsafe.Slice(first, n)
}

func raw(first *node, n int) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(first)), n*8)
}

func pointers(p unsafe.Pointer, n int64) []*node {
	return unsafe.Slice((**node)(p), int(n))
}
