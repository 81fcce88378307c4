package fixture

import "testing"

type testID [4]byte

func TestAdd(t *testing.T) {
	var i testID
	tested[string(i[:])]++
	if AddTested([]byte("abcd")) != 2 {
		t.Error("lost")
	}
}
