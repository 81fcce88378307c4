package fixture

import (
	"reflect"
	"unsafe"
)

type in struct {
	b []byte
	n int
}

type out struct{ *in }

type whole struct{ in }

func reset(p *in) int { p.b = nil; return 1 }

func behind(o out, p *in) (int, int) {
	n, m := len(o.b), reset(p)
	return n, m
}

func inside(o whole, p *in) (int, int) {
	n, m := len(o.b), reset(p)
	return n, m
}

func moved(o out) (n int) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&o.b))
	o.in, n = &in{}, h.Len
	return n + h.Len
}
