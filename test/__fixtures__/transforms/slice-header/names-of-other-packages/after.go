package fixture

import (
	"time"
	"unsafe"
)

// bytesOf has a length that is called as a type of another package is.
func bytesOf(p *byte, Month int) (b []byte, month time.Month) {
	b = unsafe.Slice(p, Month)
	return b, time.Month(len(b))
}
