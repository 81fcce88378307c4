//go:build !windows

package cache

func get(b []byte) int {
	if known == nil {
		known = map[key]int{keyOf([]byte{}): 1}
	}
	return known[keyOf(b)]
}
