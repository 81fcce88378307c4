package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	x, y := pair("first", "second one")
	show("x", x)
	show("y", y)
	for _, b := range all([]string{"", "a", "bc"}) {
		show("all", b)
	}
}
