// +build !go1.24

package fixture
