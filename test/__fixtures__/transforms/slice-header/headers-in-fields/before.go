package fixture

import (
	"reflect"
	"unsafe"
)

type pages struct {
	numbers []float64
	header  *reflect.SliceHeader // of numbers
	text    *reflect.StringHeader
	name    string
}

func newPages(size int) *pages {
	p := &pages{numbers: make([]float64, 0, size), header: nil}
	p.header = (*reflect.SliceHeader)(unsafe.Pointer(&p.numbers))
	p.text = (*reflect.StringHeader)(unsafe.Pointer(&p.name))
	return p
}

// last adds a number and says where it is.
func (p *pages) last(n float64) unsafe.Pointer {
	if p.header == nil {
		p.header = (*reflect.SliceHeader)(unsafe.Pointer(&p.numbers))
	}
	if p.header.Len == p.header.Cap {
		return nil
	}
	p.header.Len++
	p.numbers[p.header.Len-1] = n
	return unsafe.Pointer(p.header.Data + uintptr(p.header.Len-1)*8)
}

func (p *pages) size() int {
	return p.header.Len*8 + p.text.Len
}

// A page is never made.
type page struct {
	bytes []byte
	other *reflect.SliceHeader
}

func (p *page) open() {
	p.other = (*reflect.SliceHeader)(unsafe.Pointer(&p.bytes))
}
