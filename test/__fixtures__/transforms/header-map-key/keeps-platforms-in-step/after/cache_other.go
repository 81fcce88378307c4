//go:build !windows

package cache

func get(b []byte) int {
	if known == nil {
		known = map[string]int{string([]byte{}): 1}
	}
	return known[string(b)]
}
