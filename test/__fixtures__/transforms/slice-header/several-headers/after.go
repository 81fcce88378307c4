package p

import (
	"unsafe"
)

// Each has its own data: a and b must not be mixed up.
func pair(a, b string) ([]byte, []byte) {
	var x, y []byte
	x = unsafe.Slice(unsafe.StringData(a), len(a))
	y = unsafe.Slice(unsafe.StringData(b), len(b))
	return x, y
}

func all(texts []string) [][]byte {
	result := make([][]byte, len(texts))
	for i := range texts {
		result[i] = unsafe.Slice(unsafe.StringData(texts[i]), len(texts[i]))
	}
	return result
}
