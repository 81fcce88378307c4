package fixture

import (
	"fmt"
	"unsafe"
)

type sliceKey struct {
	data     unsafe.Pointer
	len, cap int
}

type textKey struct {
	data uintptr
	size int
}

func keyOf(b []byte) sliceKey {
	return *(*sliceKey)(unsafe.Pointer(&b))
}

var sizes = map[sliceKey]int{}

func add(b []byte) {
	sizes[keyOf(b)] += len(b)
	sizes[*(*sliceKey)(unsafe.Pointer(&b))]++
	sizes[sliceKey{unsafe.Pointer(&b[0]), len(b), cap(b)}]++
}

func size(b []byte) (int, bool) {
	n, ok := sizes[keyOf(b)]
	return n, ok
}

func forget(b []byte) {
	delete(sizes, keyOf(b))
}

func texts(all []string) int {
	seen := make(map[textKey]struct{})
	for _, text := range all {
		seen[textKey{data: uintptr(unsafe.Pointer(unsafe.StringData(text))), size: len(text)}] = struct{}{}
		seen[*(*textKey)(unsafe.Pointer(&text))] = struct{}{}
	}
	n := 0
	for range seen {
		n++
	}
	return n
}

func ordered(b []byte, read func([]byte) int) {
	sizes[keyOf(b)] = read(b)
}

// Set is printed by whoever has one.
type Set struct{ known map[sliceKey]bool }

func (s *Set) put(b []byte) {
	if s.known == nil {
		s.known = make(map[sliceKey]bool)
	}
	s.known[keyOf(b)] = true
}

func show() { fmt.Println(len(sizes)) }
