package fixture

import "fmt"

func drive() {
	fmt.Println(count([][]byte{[]byte("a")}), count(nil))
	m := map[string]int{}
	shadowed(m, []byte("x"))
	fmt.Println(m)
}
