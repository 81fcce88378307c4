package fixture

import "unsafe"

func change(b *[]byte) int {
	*b = []byte("changed!")
	return 1
}

func competing(b []byte) (string, int) { return *(*string)(unsafe.Pointer(&b)), change(&b) }

func received(b []byte, c chan int) (string, int) { return *(*string)(unsafe.Pointer(&b)), <-c }

func alone(b []byte, x float64) (string, int) {
	return string(*(*string)(unsafe.Pointer(&b))), len(b) + int(x)
}
