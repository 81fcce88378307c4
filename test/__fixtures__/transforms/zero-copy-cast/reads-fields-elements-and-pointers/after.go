package fixture

import "unsafe"

type buffer struct {
	data  []byte
	parts [][]byte
}

func (b *buffer) all() string {
	return unsafe.String(unsafe.SliceData(b.data), len(b.data))
}

func (b *buffer) part(i int) string {
	return unsafe.String(unsafe.SliceData(b.parts[i]), len(b.parts[i]))
}

func pointed(b *[]byte) string {
	return unsafe.String(unsafe.SliceData(*b), len(*b))
}

func last(b *buffer) string {
	return (unsafe.String(unsafe.SliceData(b.parts[len(b.parts)-1]), len(b.parts[len(b.parts)-1])))
}
