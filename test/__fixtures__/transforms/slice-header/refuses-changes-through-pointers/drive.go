package fixture

import "fmt"

func drive() {
	memory := make([]byte, 8)
	lengths := make(chan int, 1)
	lengths <- 7
	for _, b := range [][]byte{throughPointer(&memory[0]), behindPointer(&memory[0]), received(&memory[0], lengths, 2)} {
		fmt.Println(len(b), cap(b))
	}
	b := memory[:6:8]
	perhapsOne(&b, &b)
	fmt.Println(len(b), cap(b))
	p := &pair{memory[:4], memory[:2]}
	perhapsTheField(p, p, &memory[0])
	fmt.Println(len(p.one), cap(p.one))
	anotherField(p, &memory[0])
	fmt.Println(len(p.one), cap(p.one))
	var signed []int8
	otherTypes(&memory, &signed)
	fmt.Println(len(signed), cap(signed))
}
