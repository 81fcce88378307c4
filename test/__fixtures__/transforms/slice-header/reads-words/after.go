package p

import (
	"unsafe"
)

func address(b []byte) uintptr {
	return uintptr(unsafe.Pointer(unsafe.SliceData(b)))
}

func overlap(a, b []byte) bool {
	return uintptr(unsafe.Pointer(unsafe.SliceData(a)))+uintptr(len(a)) > uintptr(unsafe.Pointer(unsafe.SliceData(b))) && uintptr(unsafe.Pointer(unsafe.SliceData(b)))+uintptr(len(b)) > uintptr(unsafe.Pointer(unsafe.SliceData(a)))
}

func sameArray(a, b []int) bool {
	return unsafe.SliceData(a) == unsafe.SliceData(b)
}

func sizes(b []byte, s string) (int, int, int) {
	return len(b), cap(b), len(s)
}

func first(s string) byte {
	return *unsafe.StringData(s)
}
