package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	memory := [4]uint32{1, 2, 3, 4}
	for _, n := range []int{0, 1, 4} {
		s := view(unsafe.Pointer(&memory), n)
		fmt.Println(s, len(s), cap(s), s == nil)
	}
	s := view(unsafe.Pointer(&memory), 2)
	s[0] = 5
	_ = append(s, 6)
	fmt.Println(memory)
	defer func() { fmt.Println("recovered:", recover()) }()
	s = view(nil, 0)
	fmt.Println(len(s), cap(s), s == nil)
}
