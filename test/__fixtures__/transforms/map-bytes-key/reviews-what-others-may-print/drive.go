package fixture

import "fmt"

func drive() {
	c := &Cache{}
	fmt.Println(len(c.seen), c)
	var id [16]byte
	for i := 0; i < 40; i++ {
		c.Add(id)
		id[i%3*7] ^= byte(1 + i%2)
	}
	fmt.Println(len(c.seen))
	for id := range c.seen {
		delete(c.seen, id)
	}
	copy(id[:], "abcdefghijklmnop")
	c.Add(id)
	copy(id[:], "ABC")
	c.Add(id)
	c.Add(id)
	fmt.Println(len(c.seen), c)
	fmt.Println(Count([8]byte{}))
}
