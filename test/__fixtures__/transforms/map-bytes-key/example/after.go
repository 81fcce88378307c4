package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
)

// index counts lines by their SHA-256 sum.
type index struct {
	counts map[[32]byte]int
}

func newIndex() *index {
	return &index{counts: make(map[[32]byte]int)}
}

func (x *index) add(line []byte) bool {
	sum := sha256.Sum256(line)
	x.counts[sum]++
	return x.counts[sum] == 1
}

func (x *index) count(sum []byte) int {
	if len(sum) != sha256.Size {
		return 0
	}
	return x.counts[[32]byte(sum)]
}

func (x *index) print() {
	for sum, count := range x.counts {
		fmt.Println(hex.EncodeToString(sum[:]), count)
	}
}

// words counts words, which may be of any length.
func words(text []byte) map[string]int {
	counts := make(map[string]int)
	for _, word := range fields(text) {
		counts[string(word)]++
	}
	return counts
}

func fields(text []byte) (words [][]byte) {
	for start, i := 0, 0; i <= len(text); i++ {
		if i == len(text) || text[i] == ' ' {
			words, start = append(words, text[start:i]), i+1
		}
	}
	return words
}

func main() {
	x := newIndex()
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		if x.add(lines.Bytes()) {
			fmt.Println(len(words(lines.Bytes())))
		}
	}
	empty := sha256.Sum256(nil)
	fmt.Println(x.count(empty[:]), x.count(nil))
	x.print()
}
