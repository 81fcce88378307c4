package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	each([]string{"a", "", "bcd"}, func(b []byte) { show("each", b) })
	show("choose", choose("", true))
	show("choose", choose("text", true))
	show("choose", choose("text", false))
}
