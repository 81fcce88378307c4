package store

import (
	"reflect"
	"sync"
	"unsafe"
)

// sliceKey identifies a buffer, not its content.
type sliceKey struct {
	Data     uintptr
	Len, Cap int
}

func keyOf(b []byte) sliceKey {
	header := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return sliceKey{header.Data, header.Len, header.Cap}
}

// checkCache remembers the checksum of buffers that are written once.
type checkCache struct {
	mu   sync.Mutex
	sums map[sliceKey]uint64
}

func (c *checkCache) sum(b []byte, compute func([]byte) uint64) uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := keyOf(b)
	if sum, ok := c.sums[key]; ok {
		return sum
	}
	if c.sums == nil {
		c.sums = make(map[sliceKey]uint64)
	}
	sum := compute(b)
	c.sums[key] = sum
	return sum
}
