package fixture

import "unsafe"

var first, second = [2]byte{1, 2}, [2]byte{3, 4}

func swap(p **[2]byte) int {
	*p = &second
	return 1
}

func start(b []byte, _ int) byte { return b[0] }

func contested() byte {
	p := &first
	return start(unsafe.Slice(&p[0], 2), swap(&p))
}

func alone() byte {
	p := &first
	b := unsafe.Slice(&p[0], 2)
	return start(b, swap(&p))
}
