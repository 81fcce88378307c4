package p

import (
	"reflect"
	"unsafe"
)

type item struct{ start, end uint32 }

func (it item) bytes(data []byte) []byte {
	n := int(it.end - it.start)
	sh := (*reflect.SliceHeader)(unsafe.Pointer(&data))
	sh.Cap = n
	sh.Len = n
	sh.Data += uintptr(it.start)
	return data
}

func (it item) text(data []byte) string {
	sh := (*reflect.SliceHeader)(unsafe.Pointer(&data))
	sh.Data += uintptr(it.start)
	sh.Len = int(it.end - it.start)
	return *(*string)(unsafe.Pointer(sh))
}
