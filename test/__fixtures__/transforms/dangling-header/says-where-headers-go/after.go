package fixture

import (
	"reflect"
	"unsafe"
)

type hdr struct {
	Data uintptr
	Len  int
}

type sliceHeader struct {
	Data     uintptr
	Len, Cap int
}

type entry struct {
	header reflect.SliceHeader
	sliceHeader
}

var last reflect.StringHeader

var all []reflect.SliceHeader

var waiting = make(chan reflect.SliceHeader, 1)

func returned(b []byte) reflect.SliceHeader {
	b = b[1:]
	return *(*reflect.SliceHeader)(unsafe.Pointer(&b))
}

func made(p *byte, n int) (h reflect.SliceHeader) {
	h = reflect.SliceHeader{Data: uintptr(unsafe.Pointer(p)), Len: n, Cap: n}
	return h
}

func pointerTo(p *byte, n int) *reflect.SliceHeader {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(p)), Len: n, Cap: n}
	return &h
}

func copied(b []byte) reflect.SliceHeader {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return *h
}

func literal(p *byte) *sliceHeader {
	return &sliceHeader{uintptr(unsafe.Pointer(p)), 1, 1}
}

func stored(b []byte, s string, e *entry) {
	last = *(*reflect.StringHeader)(unsafe.Pointer(&s))
	e.header = *(*reflect.SliceHeader)(unsafe.Pointer(&b))
	all = append(all, *(*reflect.SliceHeader)(unsafe.Pointer(&b)))
	waiting <- *(*reflect.SliceHeader)(unsafe.Pointer(&b))
	e.sliceHeader = *(*sliceHeader)(unsafe.Pointer(&b))
}

func element(b []byte) entry {
	return entry{header: *(*reflect.SliceHeader)(unsafe.Pointer(&b))}
}

func handed(p *byte) unsafe.Pointer {
	h := &reflect.SliceHeader{Data: uintptr(unsafe.Pointer(p)), Len: 1, Cap: 1}
	return unsafe.Pointer(h)
}

func short(s string) hdr {
	s = s[:0]
	return *(*hdr)(unsafe.Pointer(&s))
}
