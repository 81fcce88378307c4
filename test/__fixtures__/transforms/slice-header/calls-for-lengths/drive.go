package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	s := &source{}
	show("once", s.once())
	b := s.twice()
	fmt.Println(len(b), cap(b), s.calls)
}
