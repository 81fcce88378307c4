package fixture

import (
	"reflect"
	"unsafe"
)

func grow(p unsafe.Pointer) int {
	s := (*[]byte)(p)
	*s = append(*s, 1, 2)
	return 10
}

func beside(b []byte) (int, int) {
	return len(b), grow(unsafe.Pointer(&b))
}

func castBeside(b []byte) (int, []byte) {
	c := *(*reflect.SliceHeader)(unsafe.Pointer(&b))
	return grow(unsafe.Pointer(&b)), *(*[]byte)(unsafe.Pointer(&c))
}

var room [64]byte

func prepare(p unsafe.Pointer) { *(*[]byte)(p) = make([]byte, 0, 32) }

func prepared(n int) (b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	prepare(unsafe.Pointer(h))
	h.Data = uintptr(unsafe.Pointer(&room))
	h.Len = n
	return b
}

func alone(b []byte) int {
	grow(unsafe.Pointer(&b))
	return len(b)
}
