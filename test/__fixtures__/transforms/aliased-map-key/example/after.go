package fixture

type counter struct {
	seen map[string]int
}

func (c *counter) add(line []byte) {
	c.seen[string(line)]++
}
