package fixture

import "unsafe"

type box struct {
	b []byte
	n int
}

func indexed(p *box, a []int) (int, string) {
	return a[0], unsafe.String(unsafe.SliceData(p.b), len(p.b))
}

func divided(p *box, z int) (int, string) {
	return 1 / z, unsafe.String(unsafe.SliceData(p.b), len(p.b))
}

// Nil pointers panic alike.
func fields(p, q *box) (int, string) {
	return q.n, unsafe.String(unsafe.SliceData(p.b), len(p.b))
}
