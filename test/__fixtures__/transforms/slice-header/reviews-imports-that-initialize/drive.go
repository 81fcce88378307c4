package fixture

import "fmt"

func drive() {
	for _, b := range [][]byte{nil, {}, []byte("a"), make([]byte, 3, 9)} {
		fmt.Println(length(b))
	}
}
