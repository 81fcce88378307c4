// +build linux

package fixture