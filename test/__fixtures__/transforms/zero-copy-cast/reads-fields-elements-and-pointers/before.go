package fixture

import "unsafe"

type buffer struct {
	data  []byte
	parts [][]byte
}

func (b *buffer) all() string {
	return *(*string)(unsafe.Pointer(&b.data))
}

func (b *buffer) part(i int) string {
	return *(*string)(unsafe.Pointer(&b.parts[i]))
}

func pointed(b *[]byte) string {
	return *(*string)(unsafe.Pointer(b))
}

func last(b *buffer) string {
	return (*(*string)(unsafe.Pointer(&b.parts[len(b.parts)-1])))
}
