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

type cache struct {
	values map[string]int
	key    string
	Name   string
	other  string
	text   string
}

func owned(k *string) { *k = strings.Clone(*k) }

// What a field is given is not always shared, or not all known.
func (c *cache) fields(b []byte, s string) {
	c.key = b2s(b)
	c.key = s
	c.values[c.key] = 1
	c.Name = b2s(b)
	c.values[c.Name] = 1
	c.other = b2s(b)
	owned(&c.other)
	c.values[c.other] = 1
	c.text += b2s(b)
	c.values[c.text] = 1
}

// What is passed may be another string by then.
func (c *cache) twice(m map[string]int, a, b []byte) {
	k := b2s(a)
	k = string(b)
	other(m, k)
}
