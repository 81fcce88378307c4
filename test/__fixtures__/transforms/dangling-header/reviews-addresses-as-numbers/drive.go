package fixture

import "fmt"

func drive() {
	done := make(chan bool)
	go func() { done <- same() }()
	fmt.Println(<-done)
}
