package fixture

import (
	"strings"
	"unsafe"
)

type name string

func b2s(b []byte) string {
	return *(*string)(unsafe.Pointer(&b))
}

func counted(b []byte) string {
	calls++
	return *(*string)(unsafe.Pointer(&b))
}

var calls int

func f(m map[string]int, named map[name]int, list []int, b []byte, s string) int {
	m[string(b)] = 1
	m[s] = 2
	m[strings.Clone(b2s(b))] = 3
	m[counted(b)] = 4
	delete(m, b2s(b))
	key := b2s(b)
	list[len(key)] = 5
	return m[key] + named[name(b2s(b))]
}

func local(m map[string]int, b []byte) {
	b2s := func(b []byte) string { return string(b) }
	m[b2s(b)] = 1
}
