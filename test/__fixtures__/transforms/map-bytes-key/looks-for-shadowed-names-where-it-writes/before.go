package fixture

import "crypto/sha256"

func elsewhere(string int) (byte int) {
	append := string
	return append
}

var names = map[string]int{}

func add(data []byte) {
	sum := sha256.Sum256(data)
	names[string(sum[:])]++
}

var others = map[string]int{}

func shadowed(data []byte) int {
	byte := 1
	sum := sha256.Sum256(data)
	others[string(sum[:])] += byte
	local := map[string]int{}
	local[string(sum[:])] = 1
	return len(local)
}

type generic[byte any] struct {
	seen  map[string]int
	value byte
}

func (g *generic[T]) see(data []byte) {
	sum := sha256.Sum256(data)
	g.seen[string(sum[:])]++
}
