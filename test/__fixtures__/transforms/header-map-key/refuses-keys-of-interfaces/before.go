package fixture

import (
	"reflect"
	"sync"
	"unsafe"
)

type identity struct {
	data unsafe.Pointer
	len  int
}

func identityOf(s string) identity {
	return identity{unsafe.Pointer(unsafe.StringData(s)), len(s)}
}

type seen struct {
	sync.Map
	all map[interface{}]bool
}

func (s *seen) add(b []byte, text string) bool {
	s.Store(*(*reflect.SliceHeader)(unsafe.Pointer(&b)), true)
	k := identityOf(text)
	_, ok := s.LoadOrStore(k, true)
	s.all[k] = true
	s.all[text] = true
	s.Store(text, s.all[k])
	return ok
}

// point has the layout and nothing to do with strings.
type point struct {
	data unsafe.Pointer
	x    int
}

func (s *seen) mark(p point) {
	s.Store(p, true)
	s.all[p] = true
}
