package fixture

import (
	"unsafe"
)

func refill(b *[]byte) int {
	*b = []byte{7, 8, 9}
	return 1
}

func both(n, m int) [2]int { return [2]int{n, m} }

func contested(b []byte) [2]int {
	return both(len(b), refill(&b))
}

func assigned(b []byte) (int, int) {
	n, m := len(b), refill(&b)
	return n, m
}

func read(b []byte) (string, int) {
	s, n := unsafe.String(unsafe.SliceData(b), len(b)), refill(&b)
	return s, n
}

func harmless(b []byte) [2]int {
	return both(len(b), refill(new([]byte)))
}

func apart(b []byte) [2]int {
	n := len(b)
	return both(n, refill(&b))
}
