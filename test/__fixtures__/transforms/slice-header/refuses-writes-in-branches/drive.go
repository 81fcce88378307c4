package fixture

import "fmt"

func drive() {
	for _, cut := range []bool{true, false} {
		fmt.Println(len(viewed(make([]uint32, 3, 5), cut)), len(between(make([]byte, 64), cut)))
		for _, b := range [][]uint32{nil, {}, {1, 2}, make([]uint32, 3, 5)} {
			c := inside(b, cut)
			fmt.Println(c == nil, len(c), cap(c), c)
		}
	}
	fmt.Println(len(scoped(make([]byte, 5, 64), 8)), len(typed(make([]byte, 5, 64))))
}
