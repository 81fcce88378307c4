package fixture

import "fmt"

func drive() {
	c := &cache{map[string]int{}, map[key]bool{}}
	for _, line := range []string{"a", "abc", "\x00b", "abc"} {
		fmt.Println(use(c, []byte(line)), len(c.entries), c.get(line+"!"), c.keys[key{line + "!", 1}])
		c.Put("plain", 2)
	}
}
