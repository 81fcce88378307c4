package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
)

type hash = [sha256.Size]byte

type table struct{ seen, done map[[32]byte]bool }

func empty(size int) map[[32]byte]bool {
	return make(map[[32]byte]bool, size)
}

func load(texts []string) (seen map[[32]byte]bool, err error) {
	if len(texts) == 0 {
		return nil, errors.New("nothing to load")
	}
	seen = empty(len(texts))
	for _, text := range texts {
		mark(seen, sha256.Sum256([]byte(text)))
	}
	return
}

func mark(seen map[[32]byte]bool, sum hash) {
	key := sum
	if has(seen, key) {
		return
	}
	seen[key] = true
}

func has(seen map[[32]byte]bool, key [32]byte) bool {
	return len(key) > 0 && seen[key]
}

func (t *table) merge() *table {
	for key := range t.done {
		t.seen[key] = false
		delete(t.done, key)
	}
	return t
}

func main() {
	seen, err := load([]string{"a", "b", "a"})
	if err != nil {
		panic(err)
	}
	t := table{seen, nil}
	if t.done == nil {
		t.done = map[[32]byte]bool{}
	}
	fmt.Println(len(t.merge().seen))
}
