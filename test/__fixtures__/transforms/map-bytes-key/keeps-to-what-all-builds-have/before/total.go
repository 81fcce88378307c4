package fixture

func total(all map[string]int, b []byte) int {
	all[string(b)]++
	return len(all)
}
