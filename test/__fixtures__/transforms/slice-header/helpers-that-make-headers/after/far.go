package fixture

import "unsafe"

// This file knows nothing of package unsafe.
func (m *Map) address() uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(*m))) }

func copyOf(m *Map, n int) (c Map) {
	return unsafe.Slice(unsafe.SliceData(*m), n)
}
