package fixture

import (
	"reflect"
	"sync"
	"unsafe"
)

type cache struct {
	values sync.Map
}

var lengths sync.Map

type text struct {
	data unsafe.Pointer
	size int
}

func (c *cache) put(b []byte, v int) {
	c.values.Store(*(*reflect.SliceHeader)(unsafe.Pointer(&b)), v)
}

func (c *cache) get(b []byte) (any, bool) {
	key := *(*reflect.SliceHeader)(unsafe.Pointer(&b))
	return c.values.Load(key)
}

func length(s string) int {
	v, _ := lengths.LoadOrStore(*(*text)(unsafe.Pointer(&s)), len(s))
	lengths.Delete(text{unsafe.Pointer(unsafe.StringData(s)), len(s)})
	return v.(int)
}
