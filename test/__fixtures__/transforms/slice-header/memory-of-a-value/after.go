package p

import (
	"unsafe"
)

type record struct {
	id   uint32
	kind uint16
}

const size = int(unsafe.Sizeof(record{}))

func bytesOf(r *record) (b []byte) {
	return unsafe.Slice((*byte)(unsafe.Pointer(&r.id)), 4)
}

func key(n uint64) []byte {
	b := unsafe.Slice((*byte)(unsafe.Pointer(&n)), 8)
	return append([]byte(nil), b...)
}
