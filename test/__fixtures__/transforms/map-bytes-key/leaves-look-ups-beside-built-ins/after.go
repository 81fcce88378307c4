package fixture

func copied(m map[string]int, b, src []byte) (int, int) {
	key := string(b)
	n, v := copy(b, src), m[key]
	return n, v
}

func appended(m map[string]int, b []byte) ([]byte, int) {
	key := string(b)
	c, v := append(b[:0], "zz"...), m[key]
	return c, v
}

func measured(m map[string]int, b []byte) (int, int) {
	n, v := len(b), m[string(b)]
	return n, v
}
