package fixture

import "fmt"

func drive() {
	c := &counter{seen: map[string]int{}}
	for _, line := range []string{"b", "a", "b", "", "a\x00", "a"} {
		c.add([]byte(line))
	}
	fmt.Println(c.seen)
}
