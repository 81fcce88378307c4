package p

import (
	"reflect"
	"unsafe"
)

type record struct {
	id   uint32
	kind uint16
}

const size = int(unsafe.Sizeof(record{}))

func bytesOf(r *record) (b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(unsafe.Pointer(&r.id))
	h.Len = 4
	h.Cap = 4
	return
}

func key(n uint64) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&n)), Len: 8, Cap: 8}
	b := *(*[]byte)(unsafe.Pointer(&h))
	return append([]byte(nil), b...)
}
