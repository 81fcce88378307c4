package fixture

import "fmt"

func drive() {
	whole := []byte("aaaabbbbcccc")
	a := &arena{used: map[string]int{}}
	for i := 0; i < 3; i++ {
		a.take(whole[i*4:i*4+4], i)
	}
	a.release(1)
	fmt.Println(string(a.free[0]), len(a.used))
	copy(a.free[0], "XXXX")
	fmt.Println(string(whole), len(a.used))
}
