package fixture

import (
	"reflect"
	"unsafe"
)

type packet struct {
	header *reflect.SliceHeader
}

func literalInLiteral(text string) []byte {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	p := packet{
		header: &reflect.SliceHeader{
			Data: from.Data,
			Len:  from.Len,
			Cap:  from.Len,
		},
	}
	return *(*[]byte)(unsafe.Pointer(p.header))
}

func literal(text string) []byte {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	to := &reflect.SliceHeader{Data: from.Data, Len: from.Len, Cap: from.Len}
	return *(*[]byte)(unsafe.Pointer(to))
}
