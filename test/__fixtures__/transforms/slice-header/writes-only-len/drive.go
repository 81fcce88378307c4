package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	b := []byte("some text")
	show("shorter", shorten(b, 4))
	show("longer", shorten(b[:2], 7))
	defer func() { fmt.Println("recovered:", recover()) }()
	c := shorten(b[:2:3], 5)
	fmt.Println(len(c), cap(c))
}
