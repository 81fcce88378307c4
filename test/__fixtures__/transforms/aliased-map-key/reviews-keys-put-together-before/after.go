package fixture

import "unsafe"

type key struct {
	name string
	n    int
}

func b2s(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func remember(seen map[key]bool, b []byte, n int) bool {
	k := key{name: string(b), n: n}
	if seen[k] {
		return true
	}
	b[0] = 'x'
	seen[k] = true
	return false
}

func both(seen map[[2]string]int, a, b []byte) {
	pair := [2]string{string(a), string(b)}
	seen[pair]++
}

func changed(seen map[key]bool, b []byte) {
	k := key{name: b2s(b)}
	k.n = 1
	seen[k] = true
}

func pointed(seen map[key]bool, p *byte, n int) {
	k := key{name: unsafe.String(p, n)}
	seen[k] = true
}

func next(seen map[key]int, b []byte, n int) {
	k := key{name: string(b), n: n}
	seen[k] = n
}

func nextCalls(seen map[key]int, b []byte) {
	k := key{name: string(b)}
	seen[k] = fill(b)
}

func madeWithCall(seen map[key]int, b []byte) {
	k := key{name: string(b), n: fill(b)}
	seen[k] = 1
}

func fill(b []byte) int {
	b[0] = 'y'
	return len(b)
}

func read(seen map[key]int, b []byte) {
	k := key{name: string(b)}
	if k.name != "" {
		seen[k] = len(k.name)
	}
}

func element(seen map[[2]string]int, b []byte) {
	pair := [2]string{"", b2s(b)}
	pair[0] = "x"
	seen[pair] = 1
}

func (k *key) clear() { k.name = "" }

func methodValue(seen map[key]int, b []byte) {
	k := key{name: b2s(b)}
	clear := k.clear
	clear()
	seen[k] = 1
}
