package main

import "fmt"

type cache struct {
	values map[string]int
	last   []byte
}

func (c *cache) has(b []byte) bool {
	key := string(b)
	_, ok := c.values[key]
	return ok
}

func (c *cache) value(b []byte) int {
	key := string(b)
	if value, ok := c.values[key]; ok && value > 0 {
		return value
	}
	key2 := string(c.last)
	return c.values[key2]
}

// In these the copy is needed, or costs nothing.
func (c *cache) others(b []byte, sum [20]byte) int {
	stored := string(b)
	c.values[stored] = 1
	changed := string(b)
	b[0]++
	first := c.values[changed]
	short := string(sum[:])
	second := c.values[short]
	called := string(b)
	third := add(c.values[called], change(b))
	shown := string(b)
	if c.values[shown] > 0 {
		fmt.Println(shown)
	}
	return first + second + third
}

func add(a, b int) int { return a + b }

func change(b []byte) int {
	b[0]++
	return 0
}

func main() {
	c := cache{values: map[string]int{"x": 1}, last: []byte("x")}
	fmt.Println(c.has([]byte("y")), c.value([]byte("y")), c.others([]byte("x"), [20]byte{}))
}

func redeclared(m map[string]bool, b, c []byte) bool {
	k := string(b)
	if b := c; m[k] && len(b) > 0 {
		return true
	}
	return false
}

func changed(m map[string]bool, b []byte) bool {
	k := string(b)
	if b[0]++; m[k] {
		return true
	}
	return false
}
