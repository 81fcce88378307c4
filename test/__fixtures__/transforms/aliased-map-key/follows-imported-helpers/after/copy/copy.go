//go:build !appengine

// Package copy has another helper for each platform.
package copy

import "unsafe"

// BytesToString shares the memory of b.
func BytesToString(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }
