package fixture

import "unsafe"

type text string

type raw []byte

func toText(b []byte) text {
	return *(*text)(unsafe.Pointer(&b))
}

func fromRaw(b raw) string {
	return *(*string)(unsafe.Pointer(&b))
}

func fromText(t text) []byte {
	return *(*[]byte)(unsafe.Pointer(&struct {
		text
		Cap int
	}{text: t, Cap: len(t)}))
}
