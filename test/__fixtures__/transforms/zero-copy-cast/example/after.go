package fixture

import "unsafe"

func toString(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}

func toBytes(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}
