package fixture

import (
	"reflect"
	"time"
	"unsafe"
)

// bytesOf has a length that is called as a type of another package is.
func bytesOf(p *byte, Month int) (b []byte, month time.Month) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = Month
	h.Cap = Month
	return b, time.Month(len(b))
}
