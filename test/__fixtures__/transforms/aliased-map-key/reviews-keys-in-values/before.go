package fixture

import "unsafe"

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

type entry struct {
	key    string
	lowKey string
	text   string
	n      int
}

type table struct {
	entries  map[string]entry
	pointers map[string]*entry
	list     []entry
}

func (t *table) put(b []byte, n int) {
	t.entries[string(b)] = entry{key: b2s(b), n: n}
	t.pointers[string(b)] = &entry{key: b2s(b), lowKey: b2s(b), n: n}
}

// No key, no map.
func (t *table) others(b []byte) {
	t.entries["text"] = entry{text: b2s(b)}
	t.list[0] = entry{key: b2s(b)}
}
