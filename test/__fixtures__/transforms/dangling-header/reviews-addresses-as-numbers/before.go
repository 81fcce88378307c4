package fixture

import (
	"reflect"
	"unsafe"
)

//go:noinline
func deep(n int) int {
	var a [256]int
	a[n%256] = n
	if n == 0 {
		return a[0]
	}
	return deep(n-1) + a[3]
}

//go:noinline
func same() bool {
	var x [16]byte
	address := uintptr(unsafe.Pointer(&x))
	before := address
	h := reflect.SliceHeader{Data: address, Len: 16, Cap: 16}
	deep(2000)
	_ = h.Len
	return before == address
}
