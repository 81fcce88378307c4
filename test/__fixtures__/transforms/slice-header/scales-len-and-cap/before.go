package p

import (
	"reflect"
	"unsafe"
)

func floats(v []float64) []byte {
	header := *(*reflect.SliceHeader)(unsafe.Pointer(&v))
	header.Len *= 8
	header.Cap *= 8
	return *(*[]byte)(unsafe.Pointer(&header))
}

func words(b []byte) []uint32 {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))

	var res []uint32
	s := (*reflect.SliceHeader)(unsafe.Pointer(&res))
	s.Data = h.Data
	s.Len = h.Len / 4
	s.Cap = h.Cap / 4

	return res
}

// In place, as nobody looks at src afterwards.
func halves(src []uint16) []byte {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&src))
	h.Len *= 2
	h.Cap *= 2
	return *(*[]byte)(unsafe.Pointer(h))
}
