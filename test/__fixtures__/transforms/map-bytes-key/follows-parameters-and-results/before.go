package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
)

type hash = [sha256.Size]byte

type table struct{ seen, done map[string]bool }

func empty(size int) map[string]bool {
	return make(map[string]bool, size)
}

func load(texts []string) (seen map[string]bool, err error) {
	if len(texts) == 0 {
		return nil, errors.New("nothing to load")
	}
	seen = empty(len(texts))
	for _, text := range texts {
		mark(seen, sha256.Sum256([]byte(text)))
	}
	return
}

func mark(seen map[string]bool, sum hash) {
	key := string(sum[:])
	if has(seen, key) {
		return
	}
	seen[key] = true
}

func has(seen map[string]bool, key string) bool {
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
		t.done = map[string]bool{}
	}
	fmt.Println(len(t.merge().seen))
}
