package fixture

import "fmt"

func drive() {
	c := newCache()
	one, two := []byte("one"), []byte("one")
	fmt.Println(c.parse(one), c.parse(two), c.parse(nil), len(c.parsed))
	copy(one, "two")
	c.parse(one)
	fmt.Println(len(c.parsed))
}
