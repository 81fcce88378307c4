package fixture

import "unsafe"

func change(b *[]byte) int {
	*b = []byte("changed!")
	return 1
}

func competing(b []byte) (string, int) { return unsafe.String(unsafe.SliceData(b), len(b)), change(&b) }

func received(b []byte, c chan int) (string, int) {
	return unsafe.String(unsafe.SliceData(b), len(b)), <-c
}

func alone(b []byte, x float64) (string, int) {
	return string(unsafe.String(unsafe.SliceData(b), len(b))), len(b) + int(x)
}
