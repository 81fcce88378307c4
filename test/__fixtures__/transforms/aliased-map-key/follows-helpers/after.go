package fixture

import (
	"sync"
	"unsafe"
)

type name string

var (
	byName = map[name]int{}
	shared sync.Map
)

func b2s(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}

func put(b []byte, v int) {
	byName[name(string(b))] = v
	shared.Store(string(b), v)
	_ = map[string]int{string(b[:1]): v}
	byName[name(b)] = v
}

func get(b []byte) (int, bool) {
	m := map[string]int{}
	v, ok := m[string(b)]
	return v, ok
}
