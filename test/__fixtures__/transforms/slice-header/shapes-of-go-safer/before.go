package fixture

import (
	"reflect"
	"runtime"
	"unsafe"
)

type renamed reflect.SliceHeader

type packet struct {
	kind   int
	header *reflect.SliceHeader
}

func literal(text string) []byte {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	to := &reflect.SliceHeader{
		Data: from.Data,
		Len:  from.Len,
		Cap:  from.Len,
	}
	return *(*[]byte)(unsafe.Pointer(to))
}

func literalOfRenamed(text string) {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	to := &renamed{Data: from.Data, Len: from.Len, Cap: from.Len}
	_ = to
}

func nilPointer(text string) (bytes []byte) {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	to := (*reflect.SliceHeader)(unsafe.Pointer(nil))
	to.Len = from.Len
	to.Cap = from.Len
	to.Data = from.Data
	runtime.KeepAlive(text)
	return
}

func nilConversion(text string) (bytes []byte) {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	to := (*reflect.SliceHeader)(nil)
	to.Len = from.Len
	to.Cap = from.Len
	to.Data = from.Data
	runtime.KeepAlive(text)
	return
}

func nilVariable(text string) []byte {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	var to *reflect.SliceHeader
	to.Len = from.Len
	to.Cap = from.Len
	to.Data = from.Data
	return *(*[]byte)(unsafe.Pointer(to))
}

func nilField(text string) []byte {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	p := packet{kind: 1}
	p.header.Len = from.Len
	p.header.Cap = from.Len
	p.header.Data = from.Data
	return *(*[]byte)(unsafe.Pointer(p.header))
}

func rightly(text string) (bytes []byte) {
	from := (*reflect.StringHeader)(unsafe.Pointer(&text))
	to := (*reflect.SliceHeader)(unsafe.Pointer(&bytes))
	to.Len = from.Len
	to.Cap = from.Len
	to.Data = from.Data
	runtime.KeepAlive(text)
	return
}

func copiesAreLost(text string) (bytes []byte) {
	from := *(*reflect.StringHeader)(unsafe.Pointer(&text))
	to := *(*reflect.SliceHeader)(unsafe.Pointer(&bytes))
	to.Len = from.Len
	to.Cap = from.Len
	to.Data = from.Data
	runtime.KeepAlive(text)
	return
}
