package fixture

import "fmt"

func drive() {
	fmt.Println(found(), measured(4))
	put(id{'w', 'x', 'y', 'z'}, "w")
	fmt.Println(found(), measured(4), measured(5))
	put(id{'a', 'b', 'c', 'd'}, "a")
	fmt.Println(found(), measured(4), measured(5), link(id{}))
}
