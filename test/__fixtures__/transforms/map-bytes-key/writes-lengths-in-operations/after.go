package fixture

import "crypto/sha256"

type index struct{ m map[[32]byte]int }

func (x *index) put(b []byte, v int) {
	h := sha256.Sum256(b)
	x.m[h] = v
}

func (x *index) lengths() (n int, bits byte, whole int) {
	for k := range x.m {
		n = len(k)
		bits += byte(len(string(k[:])) * 8)
		whole += 1 << len(string(k[:]))
		if len(k) == 32 {
			whole++
		}
	}
	return n, bits, whole
}

func newIndex() *index { return &index{m: map[[32]byte]int{}} }
