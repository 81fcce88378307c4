package fixture

import "unsafe"

func b2s(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func s2b(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

type arena struct {
	used map[string]int
	free [][]byte
}

func (a *arena) take(b []byte, owner int) { a.used[b2s(b)] = owner }

func (a *arena) release(owner int) {
	for k, o := range a.used {
		if o == owner {
			delete(a.used, k)
			a.free = append(a.free, s2b(k))
		}
	}
}
