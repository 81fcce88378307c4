package fixture

import (
	"crypto/sha256"
	"fmt"
)

var seen = make(map[[32]byte]int)

func add(data []byte) {
	sum := sha256.Sum256(data)
	seen[sum]++
}

// By convention a sum.
func count(sum []byte) int {
	return seen[seenKey(sum)]
}

func forget(sum []byte) {
	delete(seen, seenKey(sum))
}

type peers struct {
	byID map[[20]byte]int
}

func (p *peers) add(id []byte, whole *[20]byte) {
	p.byID[byIDKey(id)] = len(p.byID)
	p.byID[*whole] = -1
}

func newPeers() *peers { return &peers{byID: map[[20]byte]int{}} }

// Here nothing says what the length is.
func words(text [][]byte) int {
	words := map[string]int{}
	for _, word := range text {
		words[string(word)]++
	}
	return len(words)
}

// The name of the function is taken.
var taken = map[[32]byte]int{}

func takenKey(data []byte) [32]byte { return sha256.Sum256(data) }

func take(data, sum []byte) {
	key := takenKey(data)
	taken[key]++
	taken[takenKey2(sum)]++
}

func show() { fmt.Println(len(seen)) }

// seenKey makes a key for seen of b, which has to have its length.
func seenKey(b []byte) (key [32]byte) {
	if len(b) != len(key) {
		panic("a key of seen has a wrong length")
	}
	copy(key[:], b)
	return key
}

// byIDKey makes a key for byID of b, which has to have its length.
func byIDKey(b []byte) (key [20]byte) {
	if len(b) != len(key) {
		panic("a key of byID has a wrong length")
	}
	copy(key[:], b)
	return key
}

// takenKey2 makes a key for taken of b, which has to have its length.
func takenKey2(b []byte) (key [32]byte) {
	if len(b) != len(key) {
		panic("a key of taken has a wrong length")
	}
	copy(key[:], b)
	return key
}
