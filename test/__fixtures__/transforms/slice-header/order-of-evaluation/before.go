package fixture

import (
	"reflect"
	"unsafe"
)

func refill(b *[]byte) int {
	*b = []byte{7, 8, 9}
	return 1
}

func both(n, m int) [2]int { return [2]int{n, m} }

func contested(b []byte) [2]int {
	header := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return both(header.Len, refill(&b))
}

func assigned(b []byte) (int, int) {
	n, m := (*reflect.SliceHeader)(unsafe.Pointer(&b)).Len, refill(&b)
	return n, m
}

func read(b []byte) (string, int) {
	s, n := *(*string)(unsafe.Pointer((*reflect.SliceHeader)(unsafe.Pointer(&b)))), refill(&b)
	return s, n
}

func harmless(b []byte) [2]int {
	header := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	return both(header.Len, refill(new([]byte)))
}

func apart(b []byte) [2]int {
	header := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	n := header.Len
	return both(n, refill(&b))
}
