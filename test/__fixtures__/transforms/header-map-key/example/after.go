package fixture

// cache keeps what was parsed of a message.
type cache struct {
	parsed map[string]int
}

func newCache() *cache {
	return &cache{parsed: make(map[string]int)}
}

func (c *cache) parse(message []byte) int {
	key := string(message)
	if n, ok := c.parsed[key]; ok {
		return n
	}
	n := len(message)
	c.parsed[key] = n
	return n
}
