package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	memory := [4]byte{'a', 'b', 'c', 'd'}
	b := inLiteral(memory[:])
	fmt.Println(b, len(b), cap(b))
	fmt.Println(shown(&memory))
	fmt.Println(shown(nil))
	list := [3]int16{1, 2, 3}
	w := converted(unsafe.Pointer(&list), 3)
	w[2] = 7
	fmt.Println(w, list, len(w), cap(w))
	fmt.Println(grown(&memory[0], 2), elsewhere(&memory[0]) == elsewhere(&memory[0]))
}
