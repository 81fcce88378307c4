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

var sizes = map[string]int{}

func add(b []byte) {
	sizes[string(b)] += len(b)
	sizes[string(b)]++
	sizes[string(b)]++
}

func size(b []byte) (int, bool) {
	n, ok := sizes[string(b)]
	return n, ok
}

func forget(b []byte) {
	delete(sizes, string(b))
}

func texts(all []string) int {
	seen := make(map[string]struct{})
	for _, text := range all {
		seen[text] = struct{}{}
		seen[text] = struct{}{}
	}
	n := 0
	for range seen {
		n++
	}
	return n
}

func ordered(b []byte, read func([]byte) int) {
	sizes[string(b)] = read(b)
}

// Set is printed by whoever has one.
type Set struct{ known map[string]bool }

func (s *Set) put(b []byte) {
	if s.known == nil {
		s.known = make(map[string]bool)
	}
	s.known[string(b)] = true
}

func show() { fmt.Println(len(sizes)) }
