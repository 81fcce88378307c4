package fixture

import (
	"reflect"
	"unsafe"
)

func bytesAt(p unsafe.Pointer, n int) (b []byte) {
	fill((*reflect.SliceHeader)(unsafe.Pointer(&b)), p, n)
	return b
}

func refill(b *[]byte, p *[4]byte) {
	fill((*reflect.SliceHeader)(unsafe.Pointer(b)), unsafe.Pointer(p), len(p))
}

func (m memory) words(n int) Words {
	var w Words
	m.view((*reflect.SliceHeader)(unsafe.Pointer(&w)), n)
	return w
}

func (m memory) all(into []Words) {
	for i := range into {
		m.view((*reflect.SliceHeader)(unsafe.Pointer(&into[i])), i)
	}
}

func length(s string) int { return size(1, (*reflect.StringHeader)(unsafe.Pointer(&s))) }

func others(b []byte, w Words, m memory) int {
	mixed((*reflect.SliceHeader)(unsafe.Pointer(&b)), 1)
	mixed((*reflect.SliceHeader)(unsafe.Pointer(&w)), 1)
	kept((*reflect.SliceHeader)(unsafe.Pointer(&b)))
	m.put((*reflect.SliceHeader)(unsafe.Pointer(&b)))
	return called((*reflect.SliceHeader)(unsafe.Pointer(&b))) + Fill((*reflect.SliceHeader)(unsafe.Pointer(&b)))
}
