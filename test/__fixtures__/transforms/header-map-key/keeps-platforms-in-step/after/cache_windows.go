package cache

func get(b []byte) int { return known[string(b)] }

func init() { known = make(map[string]int) }
