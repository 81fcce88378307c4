package fixture

import "fmt"

func drive() {
	c := &cache{}
	b := []byte("abc")
	c.put(b, 1)
	fmt.Println(c.get(b))
	fmt.Println(c.get(append([]byte(nil), b...)))
	fmt.Println(length("abc"), length("de"))
}
