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
	return unsafe.Slice(unsafe.StringData(text), len(text))
}

func literalOfRenamed(text string) {
	to := &renamed{Data: uintptr(unsafe.Pointer(unsafe.StringData(text))), Len: len(text), Cap: len(text)}
	_ = to
}

func nilPointer(text string) (bytes []byte) {
	to := (*reflect.SliceHeader)(unsafe.Pointer(nil))
	to.Len = len(text)
	to.Cap = len(text)
	to.Data = uintptr(unsafe.Pointer(unsafe.StringData(text)))
	runtime.KeepAlive(text)
	return
}

func nilConversion(text string) (bytes []byte) {
	to := (*reflect.SliceHeader)(nil)
	to.Len = len(text)
	to.Cap = len(text)
	to.Data = uintptr(unsafe.Pointer(unsafe.StringData(text)))
	runtime.KeepAlive(text)
	return
}

func nilVariable(text string) []byte {
	var to *reflect.SliceHeader
	to.Len = len(text)
	to.Cap = len(text)
	to.Data = uintptr(unsafe.Pointer(unsafe.StringData(text)))
	return *(*[]byte)(unsafe.Pointer(to))
}

func nilField(text string) []byte {
	p := packet{kind: 1}
	p.header.Len = len(text)
	p.header.Cap = len(text)
	p.header.Data = uintptr(unsafe.Pointer(unsafe.StringData(text)))
	return *(*[]byte)(unsafe.Pointer(p.header))
}

func rightly(text string) (bytes []byte) {
	bytes = unsafe.Slice(unsafe.StringData(text), len(text))
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
