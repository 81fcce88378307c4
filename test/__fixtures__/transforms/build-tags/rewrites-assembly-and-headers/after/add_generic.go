//go:build !amd64 && !arm64

package fixture

func add(a, b int) int { return a + b }
