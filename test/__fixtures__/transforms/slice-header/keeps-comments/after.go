package p

import (
	"unsafe"
)

func s2b(s string) (b []byte) {
	/* #nosec G103 */
	// the header of b
	/* #nosec G103 */

	// take over the words
	// there is no room behind a string
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func literal(s string) []byte {
	// both alike
	return unsafe.Slice(unsafe.StringData(s), len(s))
}
