package fixture

import (
	"reflect"
	"unsafe"
)

type pages struct {
	numbers []float64
	header  *reflect.SliceHeader
}

func newPages(size int) *pages {
	p := &pages{numbers: make([]float64, 0, size)}
	p.header = (*reflect.SliceHeader)(unsafe.Pointer(&p.numbers))
	return p
}

func (p *pages) last(n float64) unsafe.Pointer {
	p.numbers = append(p.numbers, n)
	return unsafe.Pointer(p.header.Data + uintptr(len(p.numbers)-1)*8)
}
