//go:build !cgo

package fixture

func show(n int) (int, int, string) { return n, n, "text" }
