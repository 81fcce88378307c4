package fixture

func total(all map[[4]byte]int, b []byte) int {
	all[mKey(b)]++
	return len(all)
}

// mKey makes a key for m of b, which has to have its length.
func mKey(b []byte) (key [4]byte) {
	if len(b) != len(key) {
		panic("a key of m has a wrong length")
	}
	copy(key[:], b)
	return key
}
