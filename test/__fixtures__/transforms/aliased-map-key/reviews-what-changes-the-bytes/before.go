package fixture

import "unsafe"

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

func fill(b []byte, c byte) int {
	for i := range b {
		b[i] = c
	}
	return int(c)
}

func variable(m map[string]int, b []byte) {
	k := b2s(b)
	m[k] = fill(b, 'x')
}

func targets(m map[string]int, b []byte) {
	b[0], m[b2s(b)] = 'x', 1
}

func builtin(m map[string]int, b []byte) {
	m[b2s(b)] = copy(b, "xyz")
}

func lookUp(m map[string]int, b []byte) int {
	return m[b2s(b)] + fill(b, 'x')
}

func conversion(m map[string]float64, b []byte) {
	m[b2s(b)] = float64(len(b))
}
