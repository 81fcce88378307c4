package cache

import "unsafe"

type key struct {
	Data     uintptr
	Len, Cap int
}

var known map[string]int

func keyOf(b []byte) key {
	return *(*key)(unsafe.Pointer(&b))
}
