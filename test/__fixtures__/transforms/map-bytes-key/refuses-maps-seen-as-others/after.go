package fixture

import "unsafe"

type a struct{ m map[string]int }

type b struct{ x map[string]int }

func (x *a) put(k [4]byte, v int) { x.m[string(k[:])] = v }

func seen(k [4]byte) int {
	x := a{m: map[string]int{}}
	x.put(k, 1)
	y := (*b)(unsafe.Pointer(&x))
	return y.x["ABCD"]
}

type c struct{ entries map[[4]byte]int }

func (x *c) put(k [4]byte, v int) { x.entries[k] = v }

func (x *c) all() (sum int) {
	for k := range x.entries {
		nil := []byte{9}
		b := []byte(string(k[:]))
		b[0]++
		sum += len(b) + len(nil)
	}
	return sum
}

func made() *c { return &c{entries: map[[4]byte]int{}} }
