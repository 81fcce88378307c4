package fixture

import "fmt"

func drive() {
	fmt.Println(count([][]byte{[]byte("x"), []byte("y"), []byte("x"), nil}))
	fmt.Println(first([]byte("  z ")))
}
