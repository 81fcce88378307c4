package p

import (
	"runtime"
	"unsafe"
)

func guarded(b []byte) []byte {
	if len(b) == 0 {
		return nil
	}
	return unsafe.Slice(&b[0], len(b))
}

func recovered(b []byte) (s string) {
	defer func() { recover() }()
	return unsafe.String(&b[0], len(b))
}

func dropped(b []byte, d int) string {
	return unsafe.String(&b[0], 1)
}

func kept(b []byte) (uintptr, int) {
	address := uintptr(unsafe.Pointer(unsafe.SliceData(b)))
	runtime.GC()
	return address, len(b)
}

func counted(b []byte, less int) []byte {
	n := len(b)
	for i := 0; i < less; i++ {
		n--
	}
	return unsafe.Slice(&b[0], n)
}

func alone(b []byte) (s string) {
	n := len(b)
	return unsafe.String(unsafe.SliceData(b), n)
}
