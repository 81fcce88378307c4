package fixture

import (
	"unsafe"

	"example.com/fixture/internal/unsafeheader"
)

func toBytes(s string) (b []byte) {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func toString(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// It keeps the memory, and may stay.
func words(s string) unsafeheader.String {
	s = s[:len(s)/2]
	return *(*unsafeheader.String)(unsafe.Pointer(&s))
}
