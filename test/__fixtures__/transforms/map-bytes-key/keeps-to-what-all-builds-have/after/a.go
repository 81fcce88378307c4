package fixture

import "example.com/fixture/digest"

var platforms = map[[4]byte]int{}

func Add(b []byte) int {
	if len(b) == 4 {
		platforms[[4]byte(b)]++
	}
	return len(platforms) + platform()
}

var tested = map[[4]byte]int{}

func AddTested(b []byte) int {
	if len(b) == 4 {
		tested[[4]byte(b)]++
	}
	return len(tested)
}

func Hidden(data, b []byte) int {
	m := map[[4]byte]int{}
	h := digest.Hidden(data)
	m[h]++
	if len(b) == 4 {
		m[[4]byte(b)]++
	}
	return len(m)
}

func Filled() int {
	m := map[string]int{"abcd": 1}
	fill(m)
	return len(m)
}
