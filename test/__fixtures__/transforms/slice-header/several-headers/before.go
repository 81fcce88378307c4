package p

import (
	"reflect"
	"unsafe"
)

// Each has its own data: a and b must not be mixed up.
func pair(a, b string) ([]byte, []byte) {
	var x, y []byte
	ah := (*reflect.StringHeader)(unsafe.Pointer(&a))
	bh := (*reflect.StringHeader)(unsafe.Pointer(&b))
	xh := (*reflect.SliceHeader)(unsafe.Pointer(&x))
	yh := (*reflect.SliceHeader)(unsafe.Pointer(&y))
	yh.Data = bh.Data
	xh.Data = ah.Data
	xh.Len = ah.Len
	yh.Len = bh.Len
	xh.Cap = ah.Len
	yh.Cap = bh.Len
	return x, y
}

func all(texts []string) [][]byte {
	result := make([][]byte, len(texts))
	for i := range texts {
		sh := (*reflect.StringHeader)(unsafe.Pointer(&texts[i]))
		bh := (*reflect.SliceHeader)(unsafe.Pointer(&result[i]))
		bh.Data, bh.Len, bh.Cap = sh.Data, sh.Len, sh.Len
	}
	return result
}
