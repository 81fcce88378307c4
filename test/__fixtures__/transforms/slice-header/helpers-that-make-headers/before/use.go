package fixture

import "unsafe"

type file struct {
	data Map
	name string
}

// NewMap makes a map of n bytes at p.
func NewMap(p unsafe.Pointer, n int) Map {
	m := Map{}
	h := m.header()
	h.Data = uintptr(p)
	h.Len = n
	h.Cap = n
	return m
}

func (f *file) start() uintptr { return f.data.header().Data }

func (f *file) size() (int, int) {
	address, n := f.data.addrLen()
	_ = address
	return int(n), f.data.header().Cap
}

func toBytes(s string) (b []byte) {
	h, t := Header(&b), wordsOf(s)
	h.Data, h.Len, h.Cap = t.Data, t.Len, t.Len
	return b
}

func bytesOf(s string) (b []byte) {
	h := Header(&b)
	h.Data, h.Len, h.Cap = wordsOf(s).Data, len(s), len(s)
	return b
}

func wide(b []byte) []uint16 {
	h := valueOf(b)
	h.Len /= 2
	h.Cap /= 2
	return *(*[]uint16)(unsafe.Pointer(&h))
}

func same(s, t string) bool { return wordsOf(s).Data == wordsOf(t).Data }

func first(p *[]byte) uintptr { return valueOf(*p).Data }

var keep = valueOf
