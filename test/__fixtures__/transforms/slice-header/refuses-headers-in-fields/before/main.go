package fixture

import (
	"reflect"
	"sync/atomic"
	"unsafe"
)

// Exported.
type Pages struct {
	Numbers []float64
	Header  *reflect.SliceHeader
}

func (p *Pages) open() {
	p.Header = (*reflect.SliceHeader)(unsafe.Pointer(&p.Numbers))
}

// Written without names.
type pair struct {
	bytes  []byte
	header *reflect.SliceHeader
}

func newPair() pair {
	return pair{nil, nil}
}

func (p *pair) open() {
	p.header = (*reflect.SliceHeader)(unsafe.Pointer(&p.bytes))
}

// Converted from one to the other.
type one struct{ view *reflect.SliceHeader }

type two struct{ view *reflect.SliceHeader }

func (o *one) open(b *[]byte) two {
	o.view = (*reflect.SliceHeader)(unsafe.Pointer(b))
	return two(*o)
}

// Given headers of two types.
type either struct{ first *reflect.SliceHeader }

func (e *either) open(b *[]byte, n *[]int) {
	e.first = (*reflect.SliceHeader)(unsafe.Pointer(b))
	if b == nil {
		e.first = (*reflect.SliceHeader)(unsafe.Pointer(n))
	}
}

// Given what is no variable.
type loose struct{ second *reflect.SliceHeader }

func (l *loose) open(b []byte, h *reflect.SliceHeader) {
	l.second = (*reflect.SliceHeader)(unsafe.Pointer(&b))
	l.second = h
}

// Passed on.
type open struct{ third *reflect.SliceHeader }

func (o *open) open(b []byte) uintptr {
	o.third = (*reflect.SliceHeader)(unsafe.Pointer(&b))
	keep(o.third)
	return atomic.LoadUintptr(&o.third.Data)
}

var kept *reflect.SliceHeader

func keep(h *reflect.SliceHeader) { kept = h }

// Its address is taken.
type deep struct{ fourth *reflect.SliceHeader }

func (d *deep) open(b []byte) **reflect.SliceHeader {
	d.fourth = (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return &d.fourth
}

// Seen as another type.
type seen struct{ fifth *reflect.SliceHeader }

func (s *seen) open(b []byte) *uintptr {
	s.fifth = (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return *(**uintptr)(unsafe.Pointer(s))
}

// Without a name.
type generic[T any] struct{ sixth *reflect.SliceHeader }

func (g *generic[T]) open(t *[]T) {
	g.sixth = (*reflect.SliceHeader)(unsafe.Pointer(t))
}

// The type has no name where it stands.
type local struct{ seventh *reflect.SliceHeader }

func (l *local) open() {
	type mine byte
	var m []mine
	l.seventh = (*reflect.SliceHeader)(unsafe.Pointer(&m))
}

// A comment stands where the pointer would.
type commented struct {
	bytes []byte
	ninth *reflect.SliceHeader
}

func (c *commented) open() {
	c.ninth = (*reflect.SliceHeader)(unsafe.Pointer( /* the live slice */ &c.bytes))
}

func length(h *reflect.SliceHeader) int { return h.Len }

func lengthOf(b []byte) int {
	return length((*reflect.SliceHeader)(unsafe.Pointer( /* of b */ &b)))
}
