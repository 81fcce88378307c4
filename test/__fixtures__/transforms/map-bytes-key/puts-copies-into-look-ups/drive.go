package main

import "fmt"

func drive() {
	c := cache{values: map[string]int{"x": 1, "": -1}, last: []byte("x")}
	for _, text := range []string{"", "x", "y", "x\x00"} {
		fmt.Println(c.has([]byte(text)), c.value([]byte(text)))
	}
	fmt.Println(c.others([]byte("x"), [20]byte{}))
}
