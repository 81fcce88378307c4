package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	array := [4]byte{1, 2, 3, 4}
	for _, n := range []int{0, 1, 4} {
		b := bytesAt(unsafe.Pointer(&array), n)
		fmt.Println(b, len(b), cap(b), b == nil)
	}
	fmt.Println(bytesAt(nil, 0) == nil)
	var b []byte
	refill(&b, &array)
	b[3] = 9
	fmt.Println(b, array, length(""), length("abc"))
	words := [2]uint32{5, 6}
	m := memory{unsafe.Pointer(&words)}
	for _, n := range []int{0, 1, 2} {
		w := m.words(n)
		fmt.Println(w, len(w), cap(w), w == nil)
	}
	into := make([]Words, 3)
	m.all(into)
	fmt.Println(into)
}
