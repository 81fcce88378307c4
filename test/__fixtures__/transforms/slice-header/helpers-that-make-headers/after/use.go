package fixture

import "unsafe"

type file struct {
	data Map
	name string
}

// NewMap makes a map of n bytes at p.
func NewMap(p unsafe.Pointer, n int) Map {
	m := Map{}
	m = unsafe.Slice((*byte)(p), n)
	return m
}

func (f *file) start() uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(f.data))) }

func (f *file) size() (int, int) {
	address, n := f.data.addrLen()
	_ = address
	return int(n), cap(f.data)
}

func toBytes(s string) (b []byte) {
	h, t := Header(&b), wordsOf(s)
	h.Data, h.Len, h.Cap = t.Data, t.Len, t.Len
	return b
}

func bytesOf(s string) (b []byte) {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func wide(b []byte) []uint16 {
	return unsafe.Slice((*uint16)(unsafe.Pointer(unsafe.SliceData(b))), cap(b)/2)[:len(b)/2]
}

func same(s, t string) bool { return unsafe.StringData(s) == unsafe.StringData(t) }

func first(p *[]byte) uintptr { return valueOf(*p).Data }

var keep = valueOf
