package fixture

import "fmt"

func drive() {
	b := make([]byte, 64)
	for _, list := range [][][]byte{halves(b), outside(b), {called(b)()}, inClause()} {
		for _, part := range list {
			fmt.Println(len(part), cap(part))
		}
	}
	fmt.Println(texts("some text"))
	for _, part := range each([][]uint32{nil, {}, {1, 2}, make([]uint32, 1, 5)}) {
		fmt.Println(part == nil, len(part), cap(part), part)
	}
}
