package fixture

import "fmt"

func drive() {
	a := [4]byte{1, 2, 3, 4}
	for n := 0; n <= 4; n++ {
		b, month := bytesOf(&a[0], n)
		fmt.Println(b, len(b), cap(b), month)
	}
}
