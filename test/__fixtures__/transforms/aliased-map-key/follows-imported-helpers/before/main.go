package main

import (
	"fmt"

	"example.com/fixture/copy"
	"example.com/fixture/hack"
)

var seen = map[string]int{}

func add(b []byte) {
	seen[hack.String(b)]++
	seen[hack.UnsafeKey(b)]++
	seen[hack.UnsafeSum(b)]++
	key := hack.String(b[:1])
	seen[key]++
}

func main() {
	add([]byte("ab"))
	fmt.Println(seen, shared([]byte("ab")))
}

func shared(b []byte) int {
	seen[copy.BytesToString(b)]++
	return seen[copy.BytesToString(b)]
}
