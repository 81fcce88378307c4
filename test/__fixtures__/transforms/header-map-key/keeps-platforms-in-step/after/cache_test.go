package cache

import "testing"

func TestGet(t *testing.T) {
	known = map[string]int{}
	known[string([]byte{})] = 1
	if get([]byte{}) != 1 || known[string([]byte("x"))] != 0 {
		t.Fail()
	}
}
