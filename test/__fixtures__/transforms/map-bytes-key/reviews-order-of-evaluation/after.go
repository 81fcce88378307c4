package main

import (
	"crypto/sha256"
	"fmt"
)

var state [32]byte

func next() int {
	state = sha256.Sum256(state[:])
	return 1
}

// advance makes a step, and looks up the state before or after it.
func advance() int {
	steps := map[[32]byte]int{}
	steps[state] = 1
	return add(steps[state], next())
}

func add(a, b int) int { return a + b }

func sum(text string) int {
	sum := sha256.Sum256([]byte(text))
	sizes := map[[32]byte]int{}
	sizes[sum] = size(text)
	return sizes[sum]
}

func size(text string) int { return len(text) }

func main() {
	fmt.Println(advance(), sum("x"))
}
