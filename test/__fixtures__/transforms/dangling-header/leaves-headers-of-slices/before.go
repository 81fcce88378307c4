package fixture

import (
	"reflect"
	"unsafe"
)

type header struct {
	Data unsafe.Pointer
	Len  int
	Cap  int
}

type keeper struct {
	words  header
	slice  *reflect.SliceHeader
	lookup map[string]*reflect.StringHeader
}

// The pointer is to the slice itself, which keeps its memory.
func pointer(b []byte) *reflect.SliceHeader {
	b = b[1:]
	return (*reflect.SliceHeader)(unsafe.Pointer(&b))
}

func (k *keeper) keep(b []byte, s string) {
	k.slice = (*reflect.SliceHeader)(unsafe.Pointer(&b))
	k.words = *(*header)(unsafe.Pointer(&b))
	k.lookup[s] = (*reflect.StringHeader)(unsafe.Pointer(&s))
}

// slice-header replaces these.
func local(b []byte) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: 1, Cap: 1}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func length(b []byte) int {
	h := *(*reflect.SliceHeader)(unsafe.Pointer(&b))
	return h.Len
}
