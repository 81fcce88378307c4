package fixture

import (
	"fmt"
	"reflect"
	"unsafe"
)

type page struct {
	bytes  []byte
	header *reflect.SliceHeader
}

func open(b []byte) *page {
	p := &page{bytes: b}
	p.header = (*reflect.SliceHeader)(unsafe.Pointer(&p.bytes))
	return p
}

func equal(a, b []byte) bool {
	return reflect.DeepEqual(open(a), open(b))
}

func show(p *page) string {
	return fmt.Sprintf("%T", p)
}
