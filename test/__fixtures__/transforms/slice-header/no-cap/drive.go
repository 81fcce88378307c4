package p

import "fmt"

func drive() {
	for _, s := range []string{"", "text"} {
		b, c := s2b(s), literal(s)
		fmt.Println(len(b), cap(b), len(c), cap(c))
	}
}
