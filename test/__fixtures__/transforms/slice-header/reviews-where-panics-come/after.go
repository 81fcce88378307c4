package fixture

import (
	"unsafe"
)

type holder struct{ b []byte }

func maybe(p *holder, ok bool) bool {
	return ok && len(p.b) > 0
}

func beside(a []byte, log func() int) (int, []byte) {
	return log(), unsafe.Slice(&a[0], len(a))
}

func divided(a []byte, n int) (int, []byte) {
	return 10 / n, unsafe.Slice(&a[0], len(a))
}

func compared(s *string, table []string, i int) bool {
	return len(*s) == len(table[i]) && unsafe.StringData(*s) == unsafe.StringData(table[i])
}

func twoPanics(a []byte, n *int) (b []byte) {
	return unsafe.Slice(&a[0], *n)
}

func onePanic(a []byte) []byte {
	return unsafe.Slice(&a[0], len(a))
}

func first(p *holder, use func(int, int) int) int {
	return use(len(p.b), cap(p.b))
}

func copied(p *holder) (int, int) {
	n := len(p.b)
	return n, cap(p.b)
}

var total int

func afterEffect(b []byte) string {
	total = len(b) + 7
	return unsafe.String(&b[0], len(b))
}

func betweenWrites(b, c []byte, log func() int) (s string) {
	total = len(c) + log()
	return unsafe.String(&b[0], len(c))
}
