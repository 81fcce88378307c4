package fixture

import (
	"unsafe"
)

type record struct {
	text string
	n    int
}

func bytesOf(r *record) []byte {
	return unsafe.Slice(unsafe.StringData(r.text), len(r.text))
}

func copied(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func wider(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func narrower(b []byte) []byte {
	return unsafe.Slice(unsafe.SliceData(b), cap(b))[:len(b)]
}

func whole(b []byte) []byte {
	return unsafe.Slice(unsafe.SliceData(b), cap(b))[:len(b)]
}
