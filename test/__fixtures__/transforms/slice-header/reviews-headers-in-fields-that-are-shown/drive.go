package fixture

import "fmt"

func drive() {
	fmt.Println(equal([]byte("a"), []byte("a")), equal([]byte("a"), []byte("b")))
	fmt.Println(show(open(nil)))
}
