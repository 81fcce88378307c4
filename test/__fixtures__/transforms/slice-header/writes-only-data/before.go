package p

import (
	"reflect"
	"unsafe"
)

type table struct {
	count int
	rows  [8]uint64
}

func rows(t *table) []uint64 {
	rows := make([]uint64, t.count, 8)
	h := (*reflect.SliceHeader)(unsafe.Pointer(&rows))
	h.Data = uintptr(unsafe.Pointer(&t.rows[0]))
	return rows
}
