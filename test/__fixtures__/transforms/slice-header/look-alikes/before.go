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
	return *(*[]byte)(unsafe.Pointer(&sliceHeader{
		data: (*stringHeader)(unsafe.Pointer(&s)).data,
		len:  len(s),
		cap:  len(s),
	}))
}

func positional(s string) []byte {
	return *(*[]byte)(unsafe.Pointer(&sliceHeader{*(*unsafe.Pointer)(unsafe.Pointer(&s)), len(s), len(s)}))
}

func aliased(b []byte) int {
	return (*header)(unsafe.Pointer(&b)).Cap
}

func definedAs(s string) int {
	return (*defined)(unsafe.Pointer(&s)).Len
}

var _ reflect.Type
