package fixture

import "fmt"

func drive() {
	b := make([]byte, 12)
	b[4], b[9] = 1, 2
	for _, n := range []int{4, 7, 12} {
		w := words(b[:n])
		fmt.Println(w, len(w), cap(w))
	}
	words(b)[0] = 0x01010101
	fmt.Println(b)
	func() {
		defer func() { fmt.Println(recover()) }()
		words(nil)
	}()
	var c cache
	c.remember("abc")
	fmt.Println(c.last.Len, header(b) != nil)
}
