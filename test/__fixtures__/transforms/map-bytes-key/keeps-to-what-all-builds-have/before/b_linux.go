package fixture

func Checked(b []byte) int {
	m := map[string]int{}
	var x [4]byte
	m[string(x[:])] = 1
	return total(m, b)
}
