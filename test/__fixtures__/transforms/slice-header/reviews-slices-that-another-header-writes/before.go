package fixture

import (
	"reflect"
	"unsafe"
)

// With a nil b, b has a length and no memory afterwards.
func lengthened(b []byte, n int) string {
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	for i := 0; i < 1; i++ {
		bh.Len = n
	}

	var s string
	from := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	sh.Data, sh.Len = from.Data, from.Len
	return s
}
