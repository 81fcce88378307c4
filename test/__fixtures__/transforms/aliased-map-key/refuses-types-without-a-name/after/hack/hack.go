package hack

import "unsafe"

type mutable string

func UnsafeString(b []byte) mutable { return *(*mutable)(unsafe.Pointer(&b)) }

func NewSet() map[mutable]int { return map[mutable]int{} }
