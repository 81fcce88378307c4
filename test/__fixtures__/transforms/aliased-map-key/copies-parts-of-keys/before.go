package fixture

import (
	"sync"
	"unsafe"
)

type name string

type key struct {
	name string
	n    int
}

type nested struct {
	key   key
	pair  [2]string
	alias name
	any   any
}

func b2s(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

var (
	byKey    = map[key]int{}
	byPair   = map[[2]string]int{}
	byNested = map[nested]int{}
	byAny    = map[any]int{}
	shared   sync.Map
)

func store(b []byte, n int) {
	byKey[key{b2s(b), n}] = n
	byKey[key{name: b2s(b[1:]), n: n}]++
	byPair[[2]string{1: b2s(b)}] += n
	byNested[nested{
		key:   key{name: b2s(b)}, // inside
		pair:  [...]string{"a", b2s(b)},
		alias: name(b2s(b)),
		any:   b2s(b),
	}] = n
	byAny[b2s(b)] = n
	byAny[key{n: n, name: b2s(b)}] = n
	shared.Store(key{b2s(b), n}, n)
}

func literal(b []byte) map[key]int {
	return map[key]int{{b2s(b), 1}: 1, key{name: b2s(b[1:])}: 2}
}

func variable(b []byte, n int) {
	text := b2s(b)
	byKey[key{text, n}] = n
}

func find(b []byte, n int) (int, bool) {
	found, ok := byKey[key{b2s(b), n}]
	return found + byPair[[2]string{"", b2s(b)}], ok
}

func elided(b []byte) map[string]map[[1]string]int {
	return map[string]map[[1]string]int{"x": {{b2s(b)}: 2}}
}

func swap(b []byte) bool { return shared.CompareAndSwap(b2s(b), 1, 2) }
