package fixture

import (
	"reflect"
	"unsafe"
)

func halves(b []byte) (out [][]byte) {
	for i := 0; i < 3; i++ {
		h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
		h.Len /= 2
		h.Cap /= 2
		out = append(out, *(*[]byte)(unsafe.Pointer(h)))
	}
	return out
}

func outside(b []byte) (out [][]byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	for i := 0; i < 3; i++ {
		h.Len /= 2
		h.Cap /= 2
		out = append(out, *(*[]byte)(unsafe.Pointer(h)))
	}
	return out
}

func texts(s string) (out []string) {
	for i := 0; i < 3; i++ {
		h := (*reflect.StringHeader)(unsafe.Pointer(&s))
		h.Len--
		out = append(out, *(*string)(unsafe.Pointer(h)))
	}
	return out
}

func called(b []byte) func() []byte {
	return func() []byte {
		h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
		h.Len /= 2
		h.Cap /= 2
		return *(*[]byte)(unsafe.Pointer(h))
	}
}

func each(all [][]uint32) (out [][]byte) {
	for i := range all {
		b := all[i]
		out = append(out, unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(b))), cap(b)*4)[:len(b)*4])
	}
	return out
}

func inClause() (out [][]byte) {
	for x := make([]uint32, 4, 64); len(x) < 10 && len(out) < 3; {
		h := (*reflect.SliceHeader)(unsafe.Pointer(&x))
		h.Len *= 4
		h.Cap *= 4
		out = append(out, *(*[]byte)(unsafe.Pointer(h)))
	}
	return out
}
