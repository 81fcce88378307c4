package fixture

import (
	"unsafe"
)

func page(b []byte) []byte {
	return unsafe.Slice(&b[0], 4096)
}

func narrow(b []byte, n uint16) []byte {
	return unsafe.Slice(&b[0], int(n))
}

func array(a *[64]byte) []byte {
	return unsafe.Slice(&a[0], 64)
}

func value(v *uint64) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(&*v)), 8)
}

func oneMore(a *[64]byte) []byte {
	return unsafe.Slice(&a[0], 65)
}

func pointers(x [][8]byte) []*int {
	return unsafe.Slice((**int)(unsafe.Pointer(unsafe.SliceData(x))), cap(x))[:len(x)]
}

func words(x []uintptr) []*int {
	return unsafe.Slice((**int)(unsafe.Pointer(unsafe.SliceData(x))), cap(x))[:len(x)]
}
