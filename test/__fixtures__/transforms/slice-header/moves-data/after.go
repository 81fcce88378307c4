package p

import (
	"unsafe"
)

type item struct{ start, end uint32 }

func (it item) bytes(data []byte) []byte {
	n := int(it.end - it.start)
	data = unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(data)), uintptr(it.start))), n)
	return data
}

func (it item) text(data []byte) string {
	return unsafe.String((*byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(data)), uintptr(it.start))), int(it.end-it.start))
}
