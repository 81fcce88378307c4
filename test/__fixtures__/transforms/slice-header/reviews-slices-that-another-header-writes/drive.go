package fixture

import "fmt"

func drive() {
	for _, b := range [][]byte{{}, []byte("a"), make([]byte, 3, 9), []byte("some text")} {
		for _, n := range []int{0, 1, cap(b)} {
			if n <= cap(b) {
				fmt.Printf("%d %d %q\n", len(b), n, lengthened(b, n))
			}
		}
	}
	defer func() { fmt.Println(recover()) }()
	fmt.Println(len(lengthened(nil, 3)))
}
