// Package unsafeheader has headers that keep their memory alive.
package unsafeheader

import "unsafe"

// Slice is laid out as a slice.
type Slice struct {
	Data unsafe.Pointer
	Len  int
	Cap  int
}

// String is laid out as a string.
type String struct {
	Data unsafe.Pointer
	Len  int
}
