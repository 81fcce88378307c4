// Package util has a helper.
package util

import "unsafe"

// UnsafeBytesToString shares the memory of b.
func UnsafeBytesToString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
