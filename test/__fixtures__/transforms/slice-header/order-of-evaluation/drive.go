package fixture

import "fmt"

func drive() {
	fmt.Println(contested([]byte{1}))
	fmt.Println(assigned([]byte{1}))
	fmt.Println(read([]byte{'x'}))
	fmt.Println(harmless([]byte{1}), apart([]byte{1}), apart(nil))
}
