//go:build !linux

package fixture

import "reflect"

func get(b *[]byte) *reflect.SliceHeader { return &reflect.SliceHeader{Len: 42} }
