package fixture

import (
	"reflect"
	"unsafe"
)

func bytesOf(s string) (b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	x := (*reflect.StringHeader)(unsafe.Pointer(&s)) // of the text
	h.Data = x.Data // shared
	h.Len = x.Len
	h.Cap = x.Len
	return b
}
