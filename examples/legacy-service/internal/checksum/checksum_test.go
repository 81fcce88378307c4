package checksum

import "testing"

func TestSum(t *testing.T) {
	for _, test := range []struct {
		in   string
		want uint64
	}{
		{"", 0},
		{"\x01", 1},
		{"\x00\x01", 256},
		{"\x01\x00\x00\x00\x00\x00\x00\x00\x02", 3},
	} {
		if got := Sum([]byte(test.in)); got != test.want {
			t.Errorf("Sum(%q) = %d, want %d", test.in, got, test.want)
		}
	}
}
