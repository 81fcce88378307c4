package fixture

import (
	"bytes"
	"unsafe"
)

func count(lines [][]byte) map[string]int {
	seen := map[string]int{}
	for _, line := range lines {
		key := unsafe.String(unsafe.SliceData(line), len(line))
		if _, ok := seen[key]; !ok {
			seen[key] = len(seen)
		}
	}
	return seen
}

func first(line []byte) map[string]bool {
	key := b2s(bytes.TrimSpace(line))
	return map[string]bool{key: true}
}

func b2s(b []byte) string {
	return *(*string)(unsafe.Pointer(&b))
}
