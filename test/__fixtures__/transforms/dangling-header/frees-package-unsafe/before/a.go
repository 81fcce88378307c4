package fixture

import "unsafe"

var buffer [3]byte

var place = unsafe.Pointer(&buffer)

func take(p unsafe.Pointer) bool { return p == place }
