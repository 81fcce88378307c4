package fixture

import "crypto/sha256"

type index struct{ m map[string]int }

func (x *index) put(b []byte, v int) {
	h := sha256.Sum256(b)
	x.m[string(h[:])] = v
}

func (x *index) lengths() (n int, bits byte, whole int) {
	for k := range x.m {
		n = len(k)
		bits += byte(len(k) * 8)
		whole += 1 << len(k)
		if len(k) == 32 {
			whole++
		}
	}
	return n, bits, whole
}

func newIndex() *index { return &index{m: map[string]int{}} }
