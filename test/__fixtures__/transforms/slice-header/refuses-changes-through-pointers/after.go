package fixture

import (
	"reflect"
	"unsafe"
)

func throughPointer(p *byte) (b []byte) {
	n := 3
	q := &n
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = n
	*q = 5
	h.Cap = n
	return
}

func behindPointer(p *byte) (b []byte) {
	n := 3
	q := &n
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = *q
	n = 5
	h.Cap = *q
	return
}

func received(p *byte, lengths chan int, n int) (b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = n
	select {
	case n = <-lengths:
	default:
	}
	h.Cap = n
	return
}

func perhapsOne(from, to *[]byte) {
	source := (*reflect.SliceHeader)(unsafe.Pointer(from))
	target := (*reflect.SliceHeader)(unsafe.Pointer(to))
	target.Data = source.Data
	target.Len = source.Len / 2
	target.Cap = source.Len
}

type pair struct{ one, other []byte }

func perhapsTheField(a, b *pair, p *byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&a.one))
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = 1
	h.Cap = len(b.one)
}

func anotherField(a *pair, p *byte) {
	a.one = unsafe.Slice(p, len(a.other))
}

func otherTypes(from *[]byte, to *[]int8) {
	*to = unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(*from))), cap(*from))[:len(*from)]
}
