package p

import (
	"reflect"
	"unsafe"
)

func s2b(s string) (b []byte) {
	/* #nosec G103 */
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b)) // the header of b
	/* #nosec G103 */
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))

	// take over the words
	bh.Data = sh.Data
	bh.Len = sh.Len
	// there is no room behind a string
	bh.Cap = sh.Len
	return b
}

func literal(s string) []byte {
	return *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{
		Data: (*reflect.StringHeader)(unsafe.Pointer(&s)).Data,
		// both alike
		Len: len(s),
		Cap: len(s),
	}))
}
