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
	byName[name(b2s(b))] = v
	shared.Store(b2s(b), v)
	_ = map[string]int{b2s(b[:1]): v}
	byName[*(*name)(unsafe.Pointer(&b))] = v
}

func get(b []byte) (int, bool) {
	m := map[string]int{}
	v, ok := m[b2s(b)]
	return v, ok
}
