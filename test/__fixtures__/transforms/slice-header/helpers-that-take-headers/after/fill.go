package fixture

import (
	"reflect"
	"unsafe"
)

// Words are taken from memory.
type Words []uint32

func fill(slice *[]byte, p unsafe.Pointer, n int) {
	*slice = unsafe.Slice((*byte)(p), n) // all of it
}

func size(n int, text *string) int { return len(*text) + n }

type memory struct{ start unsafe.Pointer }

func (m memory) view(to *Words, n int) {
	if n == 0 {
		return
	}
	*to = unsafe.Slice((*uint32)(m.start), n)
}

func mixed(h *reflect.SliceHeader, n int) { h.Len = n }

func kept(h *reflect.SliceHeader) { last = h }

var last *reflect.SliceHeader

func called(h *reflect.SliceHeader) int { return h.Len }

var calls = called

// Fill may be called from outside.
func Fill(h *reflect.SliceHeader) int { return h.Cap }

type filler interface{ put(h *reflect.SliceHeader) }

func (m memory) put(h *reflect.SliceHeader) { h.Data = uintptr(m.start) }
