//go:build !cgo

package fixture

func sizes(n int) (int, int) { return n, n }
