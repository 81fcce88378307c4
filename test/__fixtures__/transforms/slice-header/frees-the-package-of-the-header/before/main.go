package fixture

import (
	"unsafe"

	"example.com/fixture/rt"
)

func start(b []byte) unsafe.Pointer {
	slice := (*rt.GoSlice)(unsafe.Pointer(&b))
	return slice.Ptr
}
