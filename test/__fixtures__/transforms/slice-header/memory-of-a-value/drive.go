package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	r := &record{id: 0x41424344, kind: 1}
	b := bytesOf(r)
	show("record", b)
	b[0] = 'x'
	fmt.Println(r.id, size)
	show("key", key(0x6162636465666768))
}
