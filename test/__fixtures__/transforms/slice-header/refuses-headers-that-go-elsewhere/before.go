package p

import (
	"reflect"
	"sync/atomic"
	"unsafe"
)

type keeper struct{ header reflect.SliceHeader }

var global reflect.SliceHeader

func passed(b []byte) { use((*reflect.SliceHeader)(unsafe.Pointer(&b))) }

func use(h *reflect.SliceHeader) { global = *h }

func returned(b []byte) *reflect.SliceHeader {
	b = b[1:]
	return (*reflect.SliceHeader)(unsafe.Pointer(&b))
}

func stored(b []byte) keeper {
	return keeper{header: *(*reflect.SliceHeader)(unsafe.Pointer(&b))}
}

func atomically(b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	atomic.AddUintptr(&h.Data, 1)
}

func twice(a, b []byte) int {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&a))
	if len(a) == 0 {
		h = (*reflect.SliceHeader)(unsafe.Pointer(&b))
	}
	return h.Cap
}

func unknownTarget(p unsafe.Pointer, n int) {
	h := (*reflect.SliceHeader)(p)
	h.Len = n
}

func offset() uintptr { return unsafe.Offsetof(new(reflect.SliceHeader).Len) }

func size(b []byte) uintptr {
	return unsafe.Sizeof((*reflect.SliceHeader)(unsafe.Pointer(&b)).Data)
}

func neverRead(b []byte) int {
	h := reflect.SliceHeader{Len: len(b)}
	return h.Len
}

func ofAnInterface(v interface{}) uintptr {
	return (*reflect.SliceHeader)(unsafe.Pointer(&v)).Data
}
