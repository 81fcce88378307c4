package fixture

import "unsafe"

type name string

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

func bytes2s(b ...byte) string { return *(*string)(unsafe.Pointer(&b)) }

func b2name(b []byte) name { return *(*name)(unsafe.Pointer(&b)) }

func add(m map[string]int, b []byte, next func() []byte) {
	m[b2s(nil)]++
	m[bytes2s(200)]++
	m[bytes2s(b[0])]++
	m[bytes2s(b...)]++
	m[unsafe.String(unsafe.SliceData(next()), len(next()))]++
}

func defined(m map[name]int, b []byte) {
	k := b2name(b)
	m[k]++
}
