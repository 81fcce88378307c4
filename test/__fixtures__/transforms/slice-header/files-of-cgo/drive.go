package fixture

import "fmt"

func drive() {
	for _, n := range []int{1, 2, 1000} {
		fmt.Println(show(n))
	}
}
