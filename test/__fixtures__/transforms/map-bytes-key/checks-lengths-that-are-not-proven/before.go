package fixture

import (
	"crypto/sha256"
	"fmt"
)

var seen = make(map[string]int)

func add(data []byte) {
	sum := sha256.Sum256(data)
	seen[string(sum[:])]++
}

// By convention a sum.
func count(sum []byte) int {
	return seen[string(sum)]
}

func forget(sum []byte) {
	delete(seen, string(sum))
}

type peers struct {
	byID map[string]int
}

func (p *peers) add(id []byte, whole *[20]byte) {
	p.byID[string(id)] = len(p.byID)
	p.byID[string(whole[:])] = -1
}

func newPeers() *peers { return &peers{byID: map[string]int{}} }

// Here nothing says what the length is.
func words(text [][]byte) int {
	words := map[string]int{}
	for _, word := range text {
		words[string(word)]++
	}
	return len(words)
}

// The name of the function is taken.
var taken = map[string]int{}

func takenKey(data []byte) [32]byte { return sha256.Sum256(data) }

func take(data, sum []byte) {
	key := takenKey(data)
	taken[string(key[:])]++
	taken[string(sum)]++
}

func show() { fmt.Println(len(seen)) }
