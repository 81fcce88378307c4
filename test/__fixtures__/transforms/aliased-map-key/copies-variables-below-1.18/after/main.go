package fixture

import "unsafe"

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

func count(lines [][]byte) map[string]int {
	counts := make(map[string]int)
	buffer := make([]byte, 0, 8)
	for _, line := range lines {
		buffer = append(buffer[:0], line...)
		key := b2s(buffer)
		if n, ok := counts[key]; ok {
			counts[string([]byte(key))] = n + 1
		} else {
			counts[string([]byte(key))] = 1
		}
	}
	return counts
}

func shadowed(m map[string]int, b []byte) {
	byte := b2s(b)
	m[byte]++
}
