package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	data := []byte("0123456789")
	for _, it := range []item{{0, 10}, {3, 5}, {2, 2}} {
		show("item", it.bytes(data))
		fmt.Println(it.text(data))
	}
	show("whole", data)
}
