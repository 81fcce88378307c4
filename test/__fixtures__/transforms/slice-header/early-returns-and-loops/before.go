package p

import (
	"reflect"
	"unsafe"
)

func each(texts []string, f func([]byte)) {
	var b []byte
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	for _, s := range texts {
		if s == "" {
			continue
		}
		bh.Data = (*reflect.StringHeader)(unsafe.Pointer(&s)).Data
		bh.Len = len(s)
		bh.Cap = len(s)
		f(b)
	}
}

func choose(s string, half bool) []byte {
	var b []byte
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	if sh.Len == 0 {
		return b
	}
	if half {
		bh.Data = sh.Data
		bh.Len = sh.Len / 2
		bh.Cap = sh.Len / 2
	} else {
		bh.Data = sh.Data
		bh.Len = sh.Len
		bh.Cap = sh.Len
	}
	return b
}
