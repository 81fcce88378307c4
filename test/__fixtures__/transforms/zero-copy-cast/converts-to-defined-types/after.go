package fixture

import "unsafe"

type text string

type raw []byte

func toText(b []byte) text {
	return text(unsafe.String(unsafe.SliceData(b), len(b)))
}

func fromRaw(b raw) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}

func fromText(t text) []byte {
	return unsafe.Slice(unsafe.StringData(string(t)), len(t))
}
