package fixture

import "unsafe"

type key struct {
	name string
	n    int
}

func b2s(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func remember(seen map[key]bool, b []byte, n int) bool {
	k := key{name: b2s(b), n: n}
	if seen[k] {
		return true
	}
	b[0] = 'x'
	seen[k] = true
	return false
}

func both(seen map[[2]string]int, a, b []byte) {
	pair := [2]string{b2s(a), b2s(b)}
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
