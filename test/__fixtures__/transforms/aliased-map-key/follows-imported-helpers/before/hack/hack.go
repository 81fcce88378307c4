// Package hack makes strings of bytes.
package hack

import "unsafe"

// MutableString may change.
type MutableString = string

// String shares the memory of b.
func String(b []byte) (s MutableString) {
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// UnsafeKey shares the memory of b.
func UnsafeKey(b []byte) string { return String(b) }

// UnsafeSum does more.
func UnsafeSum(b []byte) string { return String(b[1:]) }
