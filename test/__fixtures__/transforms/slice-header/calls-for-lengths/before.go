package p

import (
	"reflect"
	"unsafe"
)

type source struct {
	data  [4]byte
	calls int
}

func (s *source) size() int {
	s.calls++
	return len(s.data)
}

func (s *source) limit() int { return len(s.data) }

func (s *source) once() []byte {
	var b []byte
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	n := 2
	h.Cap = s.limit()
	h.Data = uintptr(unsafe.Pointer(s))
	h.Len = n
	return b
}

func (s *source) twice() []byte {
	return *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{
		Data: uintptr(unsafe.Pointer(s)),
		Len:  s.size(),
		Cap:  s.size(),
	}))
}
