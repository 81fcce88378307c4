package fixture

func length(b []byte) int {
	return len(b)
}
