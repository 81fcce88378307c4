package fixture

import (
	"strings"
	"unsafe"
)

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

type key struct {
	name string
	any  any
}

// Copied already.
func copied(m map[key]int, b []byte) {
	m[key{name: strings.Clone(b2s(b))}] = 1
	m[key{name: string(b)}] = 2
}

// A pointer is the key, not what it points to.
func pointer(m map[*key]int, b []byte) {
	m[&key{name: b2s(b)}] = 1
}

// A look-up that would make a copy.
func lookUp(m map[key]int, n map[any]int, b []byte) int {
	return m[key{any: b2s(b)}] + n[b2s(b)]
}

// A value, not a key.
func value(m map[string]key, b []byte) {
	m["a"] = key{name: b2s(b)}
}

// The parameter is another string when the map keeps it.
func put(m map[string]int, name string) {
	name = strings.Clone(name)
	m[name] = 1
}

// It is only looked up.
func get(m map[string]int, name string) int { return m[name] }

// Nothing calls it with memory that is shared.
func other(m map[string]int, name string) { m[name] = 1 }

func use(m map[string]int, b []byte) {
	put(m, b2s(b))
	get(m, b2s(b))
	other(m, string(b))
}
