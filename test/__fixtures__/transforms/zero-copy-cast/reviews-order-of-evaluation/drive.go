package fixture

import "fmt"

func drive() {
	fmt.Println(competing([]byte("abc")))
	c := make(chan int, 1)
	c <- 1
	fmt.Println(received([]byte("abc"), c))
	fmt.Println(alone([]byte("abc"), 2))
}
