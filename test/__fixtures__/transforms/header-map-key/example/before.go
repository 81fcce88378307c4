package fixture

import (
	"reflect"
	"unsafe"
)

// cache keeps what was parsed of a message.
type cache struct {
	parsed map[reflect.SliceHeader]int
}

func newCache() *cache {
	return &cache{parsed: make(map[reflect.SliceHeader]int)}
}

func (c *cache) parse(message []byte) int {
	key := *(*reflect.SliceHeader)(unsafe.Pointer(&message))
	if n, ok := c.parsed[key]; ok {
		return n
	}
	n := len(message)
	c.parsed[key] = n
	return n
}
