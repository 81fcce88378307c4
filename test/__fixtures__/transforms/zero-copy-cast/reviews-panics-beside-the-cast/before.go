package fixture

import "unsafe"

type box struct {
	b []byte
	n int
}

func indexed(p *box, a []int) (int, string) {
	return a[0], *(*string)(unsafe.Pointer(&p.b))
}

func divided(p *box, z int) (int, string) {
	return 1 / z, *(*string)(unsafe.Pointer(&p.b))
}

// Nil pointers panic alike.
func fields(p, q *box) (int, string) {
	return q.n, *(*string)(unsafe.Pointer(&p.b))
}
