package fixture

import "unsafe"

type slice struct {
	p    uintptr
	n, c int
}

type text struct {
	p uintptr
	n int
}

// The round is a part of the key.
func rounds(b []byte) int {
	m := map[slice]int{}
	for round := uintptr(0); round < 4; round++ {
		m[slice{uintptr(unsafe.Pointer(&b[0])) ^ round<<20, len(b), cap(b)}]++
	}
	return len(m)
}

// The capacity of another slice is.
func capacities(b, c []byte) int {
	m := map[slice]int{}
	m[slice{uintptr(unsafe.Pointer(unsafe.SliceData(b))), len(b), cap(b)}]++
	m[slice{uintptr(unsafe.Pointer(unsafe.SliceData(b))), len(b), cap(c)}]++
	return len(m)
}

// The place is.
func places(s string) int {
	m := map[text]int{}
	for i := range s {
		m[text{uintptr(unsafe.Pointer(unsafe.StringData(s))) + uintptr(i), len(s)}]++
	}
	return len(m)
}
