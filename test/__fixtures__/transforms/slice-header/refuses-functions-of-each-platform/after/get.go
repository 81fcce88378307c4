package fixture

import "unsafe"

func length(b []byte) int {
	return get(&b).Len
}

var _ = unsafe.Pointer(nil)
