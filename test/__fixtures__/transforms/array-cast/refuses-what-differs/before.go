package fixture

import "unsafe"

func size() int { return 1 }

func from(p unsafe.Pointer, n int) []byte {
	return (*[1 << 30]byte)(p)[4:n]
}

func more(p unsafe.Pointer, n, m int) []byte {
	return (*[1 << 30]byte)(p)[:n:m]
}

func twice(p unsafe.Pointer) []byte {
	return (*[1 << 30]byte)(p)[:size():size()]
}

func commented(p unsafe.Pointer, n int) []byte {
	return (*[1 << 30]byte)(p)[:n /* bytes */ :n]
}

func shadowed(p unsafe.Pointer, n int) ([]byte, bool) {
	b, unsafe := (*[1 << 30]byte)(p)[:n:n], true
	return b, unsafe
}
