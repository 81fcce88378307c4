// Package fixture keeps what was seen.
package fixture

import "fmt"

// Cache is exported, its map is not.
type Cache struct{ entries }

type entries struct {
	seen map[string]struct{}
}

// Add notes an id.
func (c *Cache) Add(id [16]byte) {
	if c.seen == nil {
		c.seen = make(map[string]struct{})
	}
	c.seen[string(id[:])] = struct{}{}
}

type inner struct{ known map[string]bool }

func newInner(p *[8]byte) inner {
	return inner{map[string]bool{string(p[:]): true}}
}

// Show prints.
func Show() {
	fmt.Printf("%v\n", newInner(new([8]byte)))
}

type hidden struct{ known map[string]bool }

// Count counts.
func Count(id [8]byte) int {
	h := &hidden{known: map[string]bool{}}
	h.known[string(id[:])] = true
	return len(h.known)
}
