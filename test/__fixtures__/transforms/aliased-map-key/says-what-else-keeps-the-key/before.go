package fixture

import "unsafe"

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

var index = map[string]int{}

var order []string

func put(name string) {
	index[name] = 1
	order = append(order, name)
}

func use(line []byte) { put(b2s(line)) }

func first(line []byte) string {
	key := b2s(line)
	index[key]++
	return key
}

func seen(line []byte) bool {
	key := b2s(line)
	_, ok := index[key]
	index[key]++
	return ok && len(key) > 0
}
