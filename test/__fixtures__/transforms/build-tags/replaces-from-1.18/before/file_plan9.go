// +build 386

package fixture
