package fixture

import "unsafe"

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

type key struct {
	name string
	n    int
}

type cache struct {
	entries map[string]int
	keys    map[key]bool
}

func (c *cache) Put(name string, n int) {
	c.entries[name] = n
}

func (c *cache) get(name string) int {
	if n, ok := c.entries[name]; ok {
		return n
	}
	return c.load(name)
}

func (c *cache) load(name string) int {
	c.entries[name] = len(name)
	c.keys[key{name, 1}] = true
	return len(name)
}

func count(counts map[string]int, name string) {
	counts[name]++
}

func use(c *cache, line []byte) int {
	c.Put(b2s(line), 1)
	counts := map[string]int{}
	count(counts, b2s(line[1:]))
	count(counts, b2s(line))
	return c.get(b2s(line)) + len(counts)
}

type name string

var named = map[name]bool{}

func mark(text string) { named[name(text)] = true }

func (c *cache) keep(k key) int {
	c.keys[k] = true
	return k.n
}

func held(c *cache, line []byte) int {
	text := b2s(line)
	mark(text)
	return c.keep(key{b2s(line), 1})
}
