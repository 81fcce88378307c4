package fixture

import (
	"reflect"
	"unsafe"
)

type data struct{ Data uintptr }

type addressed interface{ Pointer() uintptr }

// Reading Data of a slice or string that exists is what vet allows.
func ofSlice(b []byte) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(b))
}

func ofString(s string) unsafe.Pointer {
	return unsafe.Pointer(unsafe.StringData(s))
}

// Moved, it is reported by vet.
func moved(s string) unsafe.Pointer {
	return unsafe.Pointer(uintptr(unsafe.Pointer(unsafe.StringData(s))) + 1)
}

// Of a copy, it is reported too.
func ofCopy(b []byte) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(b))
}

func ofNothing() unsafe.Pointer {
	var header *reflect.SliceHeader
	return unsafe.Pointer(header.Data)
}

func ofZero() unsafe.Pointer {
	var header reflect.StringHeader
	return unsafe.Pointer(header.Data)
}

func ofParameter(header *reflect.SliceHeader) unsafe.Pointer {
	return unsafe.Pointer(header.Data)
}

// Made as values, and read as slices, they are reported.
func declared(p *byte, n int) []byte {
	return unsafe.Slice(p, n)
}

func literal(p *byte, n int) []byte {
	return unsafe.Slice(p, n)
}

// Two words are written over a slice, which has three.
func overSlice(p *byte, n int) []byte {
	var b []byte
	*(*reflect.StringHeader)(unsafe.Pointer(&b)) = reflect.StringHeader{
		Data: uintptr(unsafe.Pointer(p)),
		Len:  n,
	}
	return b
}

// These are no headers.
func others(d *data, a addressed, v reflect.Value, p unsafe.Pointer, n uintptr) []unsafe.Pointer {
	return []unsafe.Pointer{
		unsafe.Pointer(d.Data),
		unsafe.Pointer(a.Pointer()),
		unsafe.Pointer(v.Pointer()),
		unsafe.Pointer(v.UnsafeAddr()),
		unsafe.Pointer(uintptr(p) + 1),
		unsafe.Pointer(1 + uintptr(p)),
		unsafe.Pointer(uintptr(p) &^ 3),
		unsafe.Pointer(n),
	}
}
