package fixture

func Checked(b []byte) int {
	m := map[[4]byte]int{}
	var x [4]byte
	m[x] = 1
	return total(m, b)
}
