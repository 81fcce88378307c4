package fixture

import (
	"strings"
	"unsafe"
)

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

var index = map[string]int{}

var order []string

func put(name string) {
	index[strings.Clone(name)] = 1
	order = append(order, name)
}

func use(line []byte) { put(b2s(line)) }

func first(line []byte) string {
	key := b2s(line)
	index[strings.Clone(key)]++
	return key
}

func seen(line []byte) bool {
	key := b2s(line)
	_, ok := index[key]
	index[strings.Clone(key)]++
	return ok && len(key) > 0
}
