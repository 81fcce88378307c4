package fixture

import (
	"unsafe"
)

func start(b []byte) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(b))
}
