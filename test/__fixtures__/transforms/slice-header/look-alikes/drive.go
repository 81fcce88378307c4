package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	show("bytes", stringBytes("text"))
	show("bytes", stringBytes(""))
	show("positional", positional("text"))
	fmt.Println(aliased(make([]byte, 1, 5)), definedAs("abc"))
}
