package p

import (
	"reflect"
	"unsafe"
)

func next() int { return 1 }

func other() int { return 2 }

func called(p *byte) (b []byte) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = next()
	h.Cap = other()
	return
}

func changed(a, c []byte) []byte {
	h := *(*reflect.SliceHeader)(unsafe.Pointer(&a))
	a = c
	return *(*[]byte)(unsafe.Pointer(&h))
}

func used(s string) (b []byte) {
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data = sh.Data
	println(len(b))
	bh.Len = sh.Len
	bh.Cap = sh.Len
	return
}

func halfway(s string, stop bool) (b []byte) {
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data = sh.Data
	if stop {
		return
	}
	bh.Len = sh.Len
	bh.Cap = sh.Len
	return
}

func usedAfterwards(v []uint16) ([]byte, []uint16) {
	h := (*reflect.SliceHeader)(unsafe.Pointer(&v))
	h.Len *= 2
	h.Cap *= 2
	b := *(*[]byte)(unsafe.Pointer(h))
	return b, v
}

func capOfString(s string) []byte {
	sh := (*reflect.SliceHeader)(unsafe.Pointer(&s))
	sh.Cap = sh.Len
	return *(*[]byte)(unsafe.Pointer(sh))
}

func inLiteral(p *byte) (b []byte) {
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data = uintptr(unsafe.Pointer(p))
	func() { bh.Len = 3 }()
	bh.Cap = 3
	return
}
