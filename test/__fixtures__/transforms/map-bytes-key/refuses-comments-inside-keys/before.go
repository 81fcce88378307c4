package fixture

func count(h [4]byte) int {
	m := map[string]int{}
	m[string( /* the hash */ h[:])]++
	return len(m)
}
