package p

import (
	"unsafe"
)

type table struct {
	count int
	rows  [8]uint64
}

func rows(t *table) []uint64 {
	rows := make([]uint64, t.count, 8)
	rows = unsafe.Slice(&t.rows[0], cap(rows))[:len(rows)]
	return rows
}
