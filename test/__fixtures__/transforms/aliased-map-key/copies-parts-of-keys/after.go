package fixture

import (
	"strings"
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
	byKey[key{string(b), n}] = n
	byKey[key{name: string(b[1:]), n: n}]++
	byPair[[2]string{1: string(b)}] += n
	byNested[nested{
		key:   key{name: string(b)}, // inside
		pair:  [...]string{"a", string(b)},
		alias: name(string(b)),
		any:   string(b),
	}] = n
	byAny[string(b)] = n
	byAny[key{n: n, name: string(b)}] = n
	shared.Store(key{string(b), n}, n)
}

func literal(b []byte) map[key]int {
	return map[key]int{{string(b), 1}: 1, key{name: string(b[1:])}: 2}
}

func variable(b []byte, n int) {
	text := b2s(b)
	byKey[key{strings.Clone(text), n}] = n
}

func find(b []byte, n int) (int, bool) {
	found, ok := byKey[key{string(b), n}]
	return found + byPair[[2]string{"", string(b)}], ok
}

func elided(b []byte) map[string]map[[1]string]int {
	return map[string]map[[1]string]int{"x": {{string(b)}: 2}}
}

func swap(b []byte) bool { return shared.CompareAndSwap(string(b), 1, 2) }
