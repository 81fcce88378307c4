//go:build linux || darwin
// +build linux darwin

package fixture
