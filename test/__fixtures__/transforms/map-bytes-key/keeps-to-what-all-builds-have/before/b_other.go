//go:build !linux

package fixture

func Checked(b []byte) int { return total(map[string]int{}, b) }
