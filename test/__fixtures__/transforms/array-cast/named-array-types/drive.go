package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	memory := [4]byte{1, 2, 3, 4}
	two := [2]entry{{1, 2}, {3, 4}}
	p := unsafe.Pointer(&memory)
	for _, n := range []int{0, 1, 4} {
		b := page(p, n)
		fmt.Println(b, len(b), cap(b), b == nil)
	}
	for _, n := range []int{0, 1, 2} {
		e, f := list(&two[0], n), table(unsafe.Pointer(&two), n)
		fmt.Println(e, f, len(e), cap(e), len(f), cap(f), e == nil, f == nil)
	}
	list(&two[0], 2)[1].key = 5
	page(p, 4)[3] = 6
	fmt.Println(two, memory, honest(p, 4), named(p, 4))
}
