package fixture

import (
	"reflect"
	"unsafe"
)

type platform struct {
	bytes  []byte
	eighth *reflect.SliceHeader
}

func (p *platform) open() {
	p.eighth = (*reflect.SliceHeader)(unsafe.Pointer(&p.bytes))
}
