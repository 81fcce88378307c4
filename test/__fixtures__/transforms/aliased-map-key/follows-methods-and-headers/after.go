package fixture

import (
	"fmt"
	"reflect"
	"sync"
	"unsafe"
)

type decoder struct{ seen map[string]int }

func (d *decoder) text(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

type plain struct{}

func (plain) text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func guarded(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	return unsafe.String(&b[0], len(b))
}

func first(b []byte) string { return unsafe.String(&b[0], len(b)) }

func header(b []byte) (s string) {
	if len(b) == 0 {
		return ""
	}
	from := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	to := (*reflect.StringHeader)(unsafe.Pointer(&s))
	to.Data = from.Data
	to.Len = from.Len
	return
}

func outer(b []byte) string { return header(b) }

func copied(b []byte) string { return string(b) }

type registry struct {
	sync.Map
	name string
}

func (d *decoder) use(b, c []byte, p *plain, r *registry) {
	d.seen[string(b)]++
	d.seen[plain{}.text(b)]++
	d.seen[p.text(b)]++
	d.seen[string(b)]++
	d.seen[string(c)]++
	d.seen[string(c)]++
	d.seen[string(b)]++
	d.seen[string(b)]++
	d.seen[copied(b)]++
	d.seen[string(b)] = d.seen[string(c)]
	r.Store(string(b), 1)
	r.Map.LoadOrStore(string(c), 1)
}

// None of these makes a string of all bytes, or without doing more.
func short(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)-1) }

func capped(b []byte) (s string) {
	from := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	to := (*reflect.StringHeader)(unsafe.Pointer(&s))
	to.Data = from.Data
	to.Len = from.Cap
	return
}

func logged(b []byte) string {
	fmt.Println(len(b))
	return guarded(b)
}

func cut(b []byte) string { return guarded(b[:1]) }

func circle(b []byte) string { return circle(b) }

func (d *decoder) others(b []byte) {
	d.seen[short(b)]++
	d.seen[capped(b)]++
	d.seen[logged(b)]++
	d.seen[cut(b)]++
	d.seen[circle(b)]++
}
