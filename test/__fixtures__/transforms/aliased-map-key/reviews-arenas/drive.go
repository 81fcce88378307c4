package fixture

import "fmt"

func drive() {
	fmt.Println(numbers([]int{1, 12, -1, 12}), squares([]int{1, -1, 2}))
	show()
}
