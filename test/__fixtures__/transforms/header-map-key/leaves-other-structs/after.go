package fixture

import (
	"reflect"
	"unsafe"
)

// A place in a file, a range of addresses, a cycle: no slices.
type place struct {
	address uintptr
	size    int
}

type visit struct {
	pointer unsafe.Pointer
	length  int
}

type header struct{ Name, Value string }

var mapped = map[place]string{}

var names = map[header]int{}

var headers = map[string]reflect.SliceHeader{}

func visited(v reflect.Value, seen map[visit]bool) bool {
	key := visit{v.UnsafePointer(), v.Len()}
	if seen[key] {
		return true
	}
	seen[key] = true
	return false
}

func mark(address uintptr, size int, name string) {
	mapped[place{address, size}] = name
	names[header{name, ""}]++
}
