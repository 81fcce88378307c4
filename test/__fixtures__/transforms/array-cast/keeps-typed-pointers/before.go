package fixture

import "unsafe"

type node struct{ left, right int32 }

func nodes(first *node, n uint16) []node {
	return (*[0x7fffffff]node)(unsafe.Pointer(first))[:n:n]
}

func raw(first *node, n int) []byte {
	return ((*[1 << 30]byte)(unsafe.Pointer(first)))[0 : n*8 : n*8]
}

func pointers(p unsafe.Pointer, n int64) []*node {
	return (*[1 << 20]*node)(p)[:int(n):int(n)]
}
