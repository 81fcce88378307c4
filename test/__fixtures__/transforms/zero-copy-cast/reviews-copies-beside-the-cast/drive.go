package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	for _, text := range []string{"", "a", "some text"} {
		// What is copied are the very bytes that it overwrites, so that no order shows.
		x := [][]byte{[]byte(text), []byte("other")}
		y := [][]byte{x[0], []byte("copied")}
		for count := 0; count < 3; count++ {
			s, n := copied(x, y[:count])
			fmt.Printf("%q %d %q %t\n", s, n, x, unsafe.StringData(s) == unsafe.SliceData(x[0]))

			numbersOf := []int{1, 2, 3}
			s, n = numbers(x, numbersOf, []int{4, 5}[:count])
			fmt.Printf("%q %d %v\n", s, n, numbersOf)
		}
	}
	defer func() { fmt.Println(recover()) }()
	fmt.Println(copied(nil, [][]byte{{}}))
}
