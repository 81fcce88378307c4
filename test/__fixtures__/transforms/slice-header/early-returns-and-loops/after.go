package p

import (
	"unsafe"
)

func each(texts []string, f func([]byte)) {
	var b []byte
	for _, s := range texts {
		if s == "" {
			continue
		}
		b = unsafe.Slice(unsafe.StringData(s), len(s))
		f(b)
	}
}

func choose(s string, half bool) []byte {
	var b []byte
	if len(s) == 0 {
		return b
	}
	if half {
		b = unsafe.Slice(unsafe.StringData(s), len(s)/2)
	} else {
		b = unsafe.Slice(unsafe.StringData(s), len(s))
	}
	return b
}
