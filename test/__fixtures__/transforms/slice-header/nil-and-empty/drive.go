package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	show("view", view(""))
	show("view", view("text"))
	some := []byte("some")
	for _, b := range [][]byte{nil, {}, some[:0], some[4:], some} {
		show("same", same(b))
		fmt.Println(isNil(b))
	}
}
