package cache

import "testing"

func TestGet(t *testing.T) {
	known = map[key]int{}
	known[keyOf([]byte{})] = 1
	if get([]byte{}) != 1 || known[keyOf([]byte("x"))] != 0 {
		t.Fail()
	}
}
