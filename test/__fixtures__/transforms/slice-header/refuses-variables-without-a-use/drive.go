package fixture

import "fmt"

func drive() {
	for _, b := range [][]byte{nil, {}, []byte("a"), make([]byte, 3, 9), []byte("some text")[2:5]} {
		unused(b)
		used(b)
		fmt.Printf("%q\n", b)
	}
}
