package p

import (
	"unsafe"
)

// stringToBytes returns the bytes of s without copying them.
func stringToBytes(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

// bytesToString returns b as a string without copying it.
func bytesToString(b []byte) (s string) {
	return unsafe.String(unsafe.SliceData(b), len(b))
}
