package fixture

import "unsafe"

func next() int { return 0 }

func call(parts [][]byte) string {
	return *(*string)(unsafe.Pointer(&parts[next()]))
}

func shadowed(b []byte, len int) (string, int) {
	return *(*string)(unsafe.Pointer(&b)), len
}

func assigned(b []byte) {
	*(*string)(unsafe.Pointer(&b)) = "x"
}

func kept(b []byte) *string {
	return (*string)(unsafe.Pointer(&b))
}

func commented(b []byte) string {
	return *(*string)( /* no copy */ unsafe.Pointer(&b))
}
