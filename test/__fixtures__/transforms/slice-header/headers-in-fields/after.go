package fixture

import (
	"unsafe"
)

type pages struct {
	numbers []float64
	header  *[]float64 // of numbers
	text    *string
	name    string
}

func newPages(size int) *pages {
	p := &pages{numbers: make([]float64, 0, size), header: nil}
	p.header = &p.numbers
	p.text = &p.name
	return p
}

// last adds a number and says where it is.
func (p *pages) last(n float64) unsafe.Pointer {
	if p.header == nil {
		p.header = &p.numbers
	}
	if len(*p.header) == cap(*p.header) {
		return nil
	}
	*p.header = (*p.header)[:len(*p.header)+1]
	p.numbers[len(*p.header)-1] = n
	return unsafe.Pointer(uintptr(unsafe.Pointer(unsafe.SliceData(*p.header))) + uintptr(len(*p.header)-1)*8)
}

func (p *pages) size() int {
	return len(*p.header)*8 + len(*p.text)
}

// A page is never made.
type page struct {
	bytes []byte
	other *[]byte
}

func (p *page) open() {
	p.other = &p.bytes
}
