package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	two := [2]node{{1, 2}, {3, 4}}
	for _, n := range []uint16{0, 1, 2} {
		s := nodes(&two[0], n)
		b := raw(&two[0], int(n))
		fmt.Println(s, len(s), cap(s), s == nil, len(b), cap(b), b == nil)
	}
	list := [2]*node{&two[0], &two[1]}
	for _, n := range []int64{0, 1, 2} {
		s := pointers(unsafe.Pointer(&list), n)
		fmt.Println(len(s), cap(s), s == nil)
	}
	nodes(&two[0], 2)[1].right = 7
	pointers(unsafe.Pointer(&list), 2)[0].left = 8
	fmt.Println(two)
}
