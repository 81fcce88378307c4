package fixture

import (
	"unsafe"

	"example.com/fixture/hdr"
)

func length(b []byte) int {
	return (*hdr.GoSlice)(unsafe.Pointer(&b)).Len
}
