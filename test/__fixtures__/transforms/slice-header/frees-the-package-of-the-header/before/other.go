package fixture

import (
	goruntime "example.com/fixture/rt"
	"unsafe"
)

func end(b []byte, n int) (int, *goruntime.GoSlice) {
	slice := (*goruntime.GoSlice)(unsafe.Pointer(&b))
	if slice.Len > n {
		return slice.Cap, nil
	}
	return 0, nil
}
