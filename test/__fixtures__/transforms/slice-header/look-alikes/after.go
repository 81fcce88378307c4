package p

import (
	"reflect"
	"unsafe"
)

type sliceHeader struct {
	data unsafe.Pointer
	len  int
	cap  int
}

type stringHeader struct {
	data unsafe.Pointer
	len  int
}

type header = reflect.SliceHeader

type defined reflect.StringHeader

func stringBytes(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func positional(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func aliased(b []byte) int {
	return cap(b)
}

func definedAs(s string) int {
	return len(s)
}

var _ reflect.Type
