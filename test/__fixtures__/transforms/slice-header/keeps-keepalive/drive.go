package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	show("s2b", s2b("text"))
	show("s2b", s2b(""))
}
