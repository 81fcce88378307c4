package fixture

import "unsafe"

func pointer(m map[string]int, p *byte, n int) {
	m[unsafe.String(p, n)] = 1
}

func twice(m map[string]int, a, b []byte) {
	key := *(*string)(unsafe.Pointer(&a))
	m[key] = 1
	key = *(*string)(unsafe.Pointer(&b))
	m[key] = 2
}

func shadowed(m map[string]int, b []byte) {
	type string int
	m[*(*text)(unsafe.Pointer(&b))] = 1
	_ = string(1)
}

type text = string
