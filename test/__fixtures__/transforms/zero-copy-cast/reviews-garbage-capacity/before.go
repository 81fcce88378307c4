package fixture

import "unsafe"

func toBytes(s string) []byte {
	return *(*[]byte)(unsafe.Pointer(&s))
}

func through(p *string) []byte {
	return *(*[]byte)(unsafe.Pointer(p))
}
