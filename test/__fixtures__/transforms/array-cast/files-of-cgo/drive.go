package fixture

import "fmt"

func drive() {
	for _, n := range []int{1, 2, 100} {
		fmt.Println(sizes(n))
	}
}
