package p

import (
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
	n := 2
	return unsafe.Slice((*byte)(unsafe.Pointer(s)), s.limit())[:n]
}

func (s *source) twice() []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(s)), s.size())
}
