package fixture

func copied(x, y [][]byte) (int, int) {
	return len(x[0]), copy(x, y)
}

func appended(x, y [][]byte) (int, [][]byte) {
	return len(x[0]), append(x[:0], y...)
}

func numbers(x []byte, y, z []int) (int, int) {
	return len(x), copy(y, z)
}
