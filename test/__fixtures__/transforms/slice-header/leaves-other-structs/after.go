package p

import (
	"reflect"
	"unsafe"
)

type point struct{ x, y, z int }

type named struct {
	Data uintptr
	Len  int
	Cap  int
	Name string
}

// A deliberate copy.
func text(p *byte, n int) string { return string(unsafe.Slice(p, n)) }

func cast(p *point) [3]int { return *(*[3]int)(unsafe.Pointer(p)) }

func other(n *named) int { return (*named)(unsafe.Pointer(n)).Len }

func kind(v interface{}) reflect.Kind { return reflect.TypeOf(v).Kind() }

func local() int {
	type reflect struct{ SliceHeader int }
	return reflect{1}.SliceHeader
}
