package fixture

import "unsafe"

// As TinyGo has it.
type sliceHeader struct {
	Data uintptr
	Len  uintptr
	Cap  uintptr
}

func filled(p unsafe.Pointer, n uintptr) (b []byte) {
	h := (*sliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(p)
	h.Len = n
	h.Cap = n
	return b
}

func literal(p unsafe.Pointer, n uintptr) []byte {
	return *(*[]byte)(unsafe.Pointer(&sliceHeader{uintptr(p), n, n}))
}
