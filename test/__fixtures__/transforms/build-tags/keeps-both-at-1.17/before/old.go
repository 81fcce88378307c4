// +build windows

package fixture
