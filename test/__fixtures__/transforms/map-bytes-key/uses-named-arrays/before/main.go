package main

import (
	"fmt"

	"example.com/fixture/digest"
)

type index struct {
	sums  map[string]int
	other map[string]bool
}

func (x *index) add(data []byte) {
	sum := digest.Of(data)
	x.sums[string(sum[:])]++
	x.other[string(sum[:])] = true
}

func (x *index) has(b []byte) bool {
	if len(b) != 4 {
		return false
	}
	return x.sums[string(b)] > 0
}

func main() {
	x := &index{sums: map[string]int{"\x00\x00\x00\x01": 1}, other: newSet()}
	x.add([]byte("some"))
	fmt.Println(x.has([]byte("some")), x.has(nil))
	for sum, n := range x.sums {
		fmt.Printf("%x %d\n", sum, n)
	}
	fmt.Println(len(x.other))
}
