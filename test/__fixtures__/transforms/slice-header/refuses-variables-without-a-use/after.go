package fixture

import (
	"reflect"
	"unsafe"
)

func unused(b []byte) {
	var s string
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	sh.Data, sh.Len = bh.Data, bh.Len
}

func used(b []byte) {
	s := unsafe.String(unsafe.SliceData(b), len(b))
	println(s)
}
