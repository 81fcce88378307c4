//go:build !arm64

package fixture
