package fixture

import (
	"unsafe"

	"example.com/fixture/internal/unsafeheader"
)

func toBytes(s string) (b []byte) {
	from := (*unsafeheader.String)(unsafe.Pointer(&s))
	to := (*unsafeheader.Slice)(unsafe.Pointer(&b))
	to.Data = from.Data
	to.Len = from.Len
	to.Cap = from.Len
	return
}

func toString(b []byte) string {
	h := unsafeheader.String{Data: (*unsafeheader.Slice)(unsafe.Pointer(&b)).Data, Len: len(b)}
	return *(*string)(unsafe.Pointer(&h))
}

// It keeps the memory, and may stay.
func words(s string) unsafeheader.String {
	s = s[:len(s)/2]
	return *(*unsafeheader.String)(unsafe.Pointer(&s))
}
