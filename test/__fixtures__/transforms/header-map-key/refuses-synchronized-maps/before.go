package fixture

import (
	"fmt"
	"reflect"
	"sync"
	"unsafe"
)

// Exported: who else uses it is not known.
var Cached sync.Map

var looped, mixed, several, given, shared, ints sync.Map

type embedding struct{ sync.Map }

func headerOf(b []byte) reflect.SliceHeader { return *(*reflect.SliceHeader)(unsafe.Pointer(&b)) }

func use(b []byte, numbers []int, s string, p *sync.Map, e *embedding, key reflect.SliceHeader) {
	Cached.Store(*(*reflect.StringHeader)(unsafe.Pointer(&s)), 1)
	looped.Store(headerOf(b), 1)
	looped.Range(func(key, value any) bool { return true })
	mixed.Store(headerOf(b), 1)
	mixed.Store("name", 2)
	several.Store(headerOf(b), 1)
	several.Store(*(*reflect.StringHeader)(unsafe.Pointer(&s)), 2)
	given.Store(key, 1)
	shared.Swap(headerOf(b), 1)
	fmt.Println(&shared)
	ints.Store(*(*reflect.SliceHeader)(unsafe.Pointer(&numbers)), 1)
	p.Store(headerOf(b), 1)
	e.Store(headerOf(b), 1)
	new(sync.Map).Store(headerOf(b), 1)
}
