package fixture

/*
#include <stdlib.h>

typedef struct { int number; char *name; } item;

static item *items(int n) {
	item *all = calloc(n, sizeof(item));
	for (int i = 0; i < n; i++) all[i].number = i + 1;
	return all;
}
*/
import "C"

import "unsafe"

func numbers(n int) (all []int) {
	first := C.items(C.int(n))
	defer C.free(unsafe.Pointer(first))
	for _, item := range unsafe.Slice((*C.item)(unsafe.Pointer(first)), n) {
		all = append(all, int(item.number))
	}
	return all
}

func bytes(n C.int) []byte {
	first := C.calloc(C.size_t(n), 1)
	defer C.free(first)
	return append([]byte(nil), unsafe.Slice((*byte)(unsafe.Pointer(first)), n)...)
}

func untyped(n C.int) []byte {
	first := C.calloc(C.size_t(n), 1)
	defer C.free(first)
	return append([]byte(nil), (*[1 << 30]byte)(first)[:n:n]...)
}

func names(first **C.char, n int) []*C.char {
	return unsafe.Slice((**C.char)(unsafe.Pointer(first)), n)
}

func sizes(n int) (int, int) { return len(numbers(n)), len(bytes(C.int(n))) }
