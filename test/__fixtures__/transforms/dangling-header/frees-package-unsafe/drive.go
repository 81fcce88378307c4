package fixture

import "fmt"

func drive() { fmt.Println(look()) }
