package main

import (
	"fmt"

	"example.com/fixture/digest"
)

type index struct {
	sums  map[digest.Sum]int
	other map[[4]byte]bool
}

func (x *index) add(data []byte) {
	sum := digest.Of(data)
	x.sums[sum]++
	x.other[sum] = true
}

func (x *index) has(b []byte) bool {
	if len(b) != 4 {
		return false
	}
	return x.sums[digest.Sum(b)] > 0
}

func main() {
	x := &index{sums: map[digest.Sum]int{{0x00, 0x00, 0x00, 0x01}: 1}, other: newSet()}
	x.add([]byte("some"))
	fmt.Println(x.has([]byte("some")), x.has(nil))
	for sum, n := range x.sums {
		fmt.Printf("%x %d\n", string(sum[:]), n)
	}
	fmt.Println(len(x.other))
}
