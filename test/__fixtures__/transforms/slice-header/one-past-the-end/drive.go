package fixture

import "fmt"

var array *[64]byte

func drive() {
	array = new([64]byte)
	for i := range array {
		array[i] = byte(i)
	}
	for _, n := range []int{0, 1, 63} {
		r, t := rest(array[:], n), tail(array, n)
		fmt.Println(r[0], len(r), cap(r), t[0], len(t), cap(t))
	}
	// The pointer is behind the array, with nothing at it.
	r := rest(array[:], 64)
	fmt.Println(len(r), cap(r), r == nil)
	t := tail(array, 64)
	fmt.Println(len(t), cap(t), t == nil)
}
