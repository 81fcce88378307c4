package fixture

import "example.com/fixture/digest"

var platforms = map[string]int{}

func Add(b []byte) int {
	if len(b) == 4 {
		platforms[string(b)]++
	}
	return len(platforms) + platform()
}

var tested = map[string]int{}

func AddTested(b []byte) int {
	if len(b) == 4 {
		tested[string(b)]++
	}
	return len(tested)
}

func Hidden(data, b []byte) int {
	m := map[string]int{}
	h := digest.Hidden(data)
	m[string(h[:])]++
	if len(b) == 4 {
		m[string(b)]++
	}
	return len(m)
}

func Filled() int {
	m := map[string]int{"abcd": 1}
	fill(m)
	return len(m)
}
