package fixture

import "unsafe"

func toBytes(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

func through(p *string) []byte {
	return unsafe.Slice(unsafe.StringData(*p), len(*p))
}
