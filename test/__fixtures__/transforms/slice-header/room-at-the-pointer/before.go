package fixture

import (
	"reflect"
	"unsafe"
)

func page(b []byte) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: 4096, Cap: 4096}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func narrow(b []byte, n uint16) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: int(n), Cap: int(n)}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func array(a *[64]byte) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&a[0])), Len: 64, Cap: 64}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func value(v *uint64) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&*v)), Len: 8, Cap: 8}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func oneMore(a *[64]byte) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&a[0])), Len: 65, Cap: 65}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func pointers(x [][8]byte) []*int {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&x))
	return *(*[]*int)(unsafe.Pointer(h))
}

func words(x []uintptr) []*int {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&x))
	return *(*[]*int)(unsafe.Pointer(h))
}
