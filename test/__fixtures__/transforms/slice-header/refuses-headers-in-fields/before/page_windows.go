package fixture

import "reflect"

type platform struct {
	eighth *reflect.SliceHeader
}

func (p *platform) open() {
	p.eighth = new(reflect.SliceHeader)
}
