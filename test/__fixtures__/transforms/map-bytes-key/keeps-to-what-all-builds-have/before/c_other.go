//go:build !windows

package fixture

type id [4]byte

func platform() int {
	var i id
	platforms[string(i[:])]++
	return len(platforms)
}

func fill(m map[string]int) {
	var i id
	m[string(i[:])]++
}
