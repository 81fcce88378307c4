package fixture

import (
	"unsafe"
)

func use(address uintptr) int { return int(address & 1) }

func given(n int) int {
	b := make([]byte, n)
	sum := use(uintptr(unsafe.Pointer(unsafe.SliceData(b))))
	return sum + len(b)
}

func written(b []byte) int {
	return use(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) + len(b)
}

type block struct {
	name  string
	start uintptr
}

func stored(b []byte, to *block) int {
	to.start = uintptr(unsafe.Pointer(unsafe.SliceData(b)))
	return len(b)
}

func inLiteral(b []byte) block {
	return block{"", uintptr(unsafe.Pointer(unsafe.SliceData(b)))}
}

func aligned(b []byte) bool {
	return uintptr(unsafe.Pointer(unsafe.SliceData(b)))%8 == 0
}
