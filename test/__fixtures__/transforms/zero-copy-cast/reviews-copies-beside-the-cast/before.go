package fixture

import "unsafe"

func copied(x, y [][]byte) (string, int) {
	return *(*string)(unsafe.Pointer(&x[0])), copy(x, y)
}

func numbers(x [][]byte, y, z []int) (string, int) {
	return *(*string)(unsafe.Pointer(&x[0])), copy(y, z)
}
