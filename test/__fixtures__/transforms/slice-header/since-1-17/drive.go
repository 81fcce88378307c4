package p

import "fmt"

func drive() {
	array := [4]uint32{1, 2, 3, 4}
	b := memory(&array)
	b[4] = 9
	fmt.Println(b, len(b), cap(b), array)
	for _, s := range []string{"", "a", "abc"} {
		b := s2b(s)
		fmt.Println(string(b), len(b), cap(b))
	}
	defer func() { fmt.Println("recovered:", recover()) }()
	fmt.Println(len(memory(nil)))
}
