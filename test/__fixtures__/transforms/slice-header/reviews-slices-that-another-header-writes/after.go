package fixture

import (
	"unsafe"
)

// With a nil b, b has a length and no memory afterwards.
func lengthened(b []byte, n int) string {
	for i := 0; i < 1; i++ {
		b = b[:n]
	}

	return unsafe.String(unsafe.SliceData(b), len(b))
}
