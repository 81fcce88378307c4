// +build linux,!cgo darwin

package fixture
