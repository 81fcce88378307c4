package fixture

import (
	"reflect"
	"unsafe"
)

type holder struct{ b []byte }

func maybe(p *holder, ok bool) bool {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&p.b))
	return ok && h.Len > 0
}

func beside(a []byte, log func() int) (int, []byte) {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&a[0])), Len: len(a), Cap: len(a)}
	return log(), *(*[]byte)(unsafe.Pointer(&h))
}

func divided(a []byte, n int) (int, []byte) {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&a[0])), Len: len(a), Cap: len(a)}
	return 10 / n, *(*[]byte)(unsafe.Pointer(&h))
}

func compared(s *string, table []string, i int) bool {
	a := (*reflect.StringHeader)(unsafe.Pointer(s))
	b := (*reflect.StringHeader)(unsafe.Pointer(&table[i]))
	return a.Len == b.Len && a.Data == b.Data
}

func twoPanics(a []byte, n *int) (b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Len = *n
	h.Cap = *n
	h.Data = uintptr(unsafe.Pointer(&a[0]))
	return
}

func onePanic(a []byte) []byte {
	h := reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&a[0])), Len: len(a), Cap: len(a)}
	return *(*[]byte)(unsafe.Pointer(&h))
}

func first(p *holder, use func(int, int) int) int {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&p.b))
	return use(h.Len, h.Cap)
}

func copied(p *holder) (int, int) {
	h := *(*reflect.SliceHeader)(unsafe.Pointer(&p.b))
	n := h.Len
	return n, h.Cap
}

var total int

func afterEffect(b []byte) string {
	h := reflect.StringHeader{Data: uintptr(unsafe.Pointer(&b[0])), Len: len(b)}
	total = h.Len + 7
	return *(*string)(unsafe.Pointer(&h))
}

func betweenWrites(b, c []byte, log func() int) (s string) {
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&c))
	sh.Data = uintptr(unsafe.Pointer(&b[0]))
	total = bh.Len + log()
	sh.Len = bh.Len
	return
}
