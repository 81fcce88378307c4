package p

import (
	"reflect"
	"unsafe"
)

type text string

func shadowed(b []byte) int {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	{
		b := b[2:]
		_ = b
		return h.Len
	}
}

func jumps(b []byte) (lens []int) {
	h := *(*reflect.SliceHeader)(unsafe.Pointer(&b))
again:
	lens = append(lens, h.Len)
	b = b[:len(b)-1]
	if len(lens) < 3 {
		goto again
	}
	return lens
}

func worked(p func() *[]byte) (int, int) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(p()))
	return h.Len, h.Cap
}

func named(b []byte) (s text) {
	h := (*reflect.StringHeader)(unsafe.Pointer(&s))
	h.Data = (*reflect.SliceHeader)(unsafe.Pointer(&b)).Data
	h.Len = len(b)
	return s
}

func behind(s string) int {
	return (*reflect.SliceHeader)(unsafe.Pointer(&s)).Cap
}

func constant(p unsafe.Pointer) (float64, []byte) {
	h := reflect.SliceHeader{Data: uintptr(p), Len: 5, Cap: 5}
	return float64(h.Len / 2.0), *(*[]byte)(unsafe.Pointer(&h))
}
