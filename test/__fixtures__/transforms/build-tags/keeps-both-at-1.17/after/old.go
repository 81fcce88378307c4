//go:build windows
// +build windows

package fixture
