package fixture

type buffer []byte

func (b *buffer) grow() { *b = append(*b, 'x') }

func count() int {
	b := make(buffer, 4)
	m := map[string]int{}
	m[string(b)]++
	b.grow()
	m[string(b)]++
	return len(m)
}
