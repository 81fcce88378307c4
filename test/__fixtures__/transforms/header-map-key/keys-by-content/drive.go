package fixture

import "fmt"

func drive() {
	b := []byte("abc")
	add(b)
	fmt.Println(size(b))
	fmt.Println(texts([]string{"", "a", "b", "a"}))
	ordered(b, func(b []byte) int { return len(b) })
	fmt.Println(size(b))
	forget(b)
	fmt.Println(size(b))
	show()
}
