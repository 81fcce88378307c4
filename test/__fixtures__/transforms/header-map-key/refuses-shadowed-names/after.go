package fixture

import "unsafe"

type key struct {
	Data uintptr
	Len  int
	Cap  int
}

type string int

var sizes = map[key]string{}

func add(b []byte) {
	sizes[*(*key)(unsafe.Pointer(&b))]++
}
