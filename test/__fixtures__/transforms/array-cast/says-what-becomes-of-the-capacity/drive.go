package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	memory := [4]byte{1, 2, 3, 4}
	b := open(unsafe.Pointer(&memory), 2)
	words := platform(unsafe.Pointer(&[3]uintptr{5, 6, 7}), 2)
	fmt.Println(b, len(b), words, len(words), cap(words))
	_ = append(b, 9)
	_ = append(words, 9)
	fmt.Println(memory, cap(b) > 4)
}
