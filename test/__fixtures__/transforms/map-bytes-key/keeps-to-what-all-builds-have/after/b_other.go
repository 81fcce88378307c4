//go:build !linux

package fixture

func Checked(b []byte) int { return total(map[[4]byte]int{}, b) }
