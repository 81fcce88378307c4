//go:build (linux && !cgo) || darwin
// +build linux,!cgo darwin

package fixture
