package fixture

import "unsafe"

func copied(x, y [][]byte) (string, int) {
	return unsafe.String(unsafe.SliceData(x[0]), len(x[0])), copy(x, y)
}

func numbers(x [][]byte, y, z []int) (string, int) {
	return unsafe.String(unsafe.SliceData(x[0]), len(x[0])), copy(y, z)
}
