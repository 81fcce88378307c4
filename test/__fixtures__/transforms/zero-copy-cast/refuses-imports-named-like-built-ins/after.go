package fixture

import (
	len "strings"
	"unsafe"
)

func text(b []byte) string { return len.ToUpper(*(*string)(unsafe.Pointer(&b))) }
