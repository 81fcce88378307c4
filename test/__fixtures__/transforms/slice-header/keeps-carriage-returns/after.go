package fixture

import (
	"unsafe"
)

func bytesOf(s string) (b []byte) {
	// of the text
	// shared
	return unsafe.Slice(unsafe.StringData(s), len(s))
}
