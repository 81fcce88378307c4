package main

import (
	"fmt"
	"strings"

	"example.com/fixture/hack"
)

var seen = map[string]int{}

func add(b []byte) {
	seen[string(b)]++
	seen[string(b)]++
	seen[hack.UnsafeSum(b)]++
	key := hack.String(b[:1])
	seen[strings.Clone(key)]++
}

func main() {
	add([]byte("ab"))
	fmt.Println(seen, shared([]byte("ab")))
}

func shared(b []byte) int {
	seen[string(b)]++
	return seen[string(b)]
}
