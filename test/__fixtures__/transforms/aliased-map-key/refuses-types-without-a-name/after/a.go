package fixture

import "example.com/fixture/hack"

func Count(b []byte) int {
	m := hack.NewSet()
	m[hack.UnsafeString(b)]++
	return len(m)
}
