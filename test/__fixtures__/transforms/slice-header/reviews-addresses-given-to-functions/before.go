package fixture

import (
	"reflect"
	"unsafe"
)

func use(address uintptr) int { return int(address & 1) }

func given(n int) int {
	b := make([]byte, n)
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	sum := use(h.Data)
	return sum + h.Len
}

func written(b []byte) int {
	return use((*reflect.SliceHeader)(unsafe.Pointer(&b)).Data) + len(b)
}

type block struct {
	name  string
	start uintptr
}

func stored(b []byte, to *block) int {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	to.start = h.Data
	return h.Len
}

func inLiteral(b []byte) block {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return block{"", h.Data}
}

func aligned(b []byte) bool {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return h.Data%8 == 0
}
