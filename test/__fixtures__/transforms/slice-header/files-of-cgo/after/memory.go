package fixture

// #include <stdlib.h>
import "C"

import (
	"unsafe"
)

func made(n int) (b []byte) {
	p := C.calloc(C.size_t(n), 1)
	return unsafe.Slice((*byte)(unsafe.Pointer(p)), n)
}

func bytesOf(s string) (b []byte) {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func show(n int) (int, int, string) {
	b := made(n)
	defer C.free(unsafe.Pointer(&b[0]))
	return len(b), cap(b), string(bytesOf("text"))
}
