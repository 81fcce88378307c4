package fixture

import "fmt"

func drive() {
	for _, size := range []int{0, 3, 100} {
		fmt.Println(beside(make([]byte, size)))
		n, c := castBeside(make([]byte, size))
		fmt.Println(n, len(c))
		fmt.Println(cap(prepared(5)), alone(make([]byte, size)))
	}
}
