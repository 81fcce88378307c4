package fixture

import "unsafe"

type point struct{ x, y int }

type string32 [32]byte

func bits(f float64) uint64 { return *(*uint64)(unsafe.Pointer(&f)) }

func numbers(n []int32) string { return *(*string)(unsafe.Pointer(&n)) }

func same(b []byte) []byte { return *(*[]byte)(unsafe.Pointer(&b)) }

func fixed(a [32]byte) string32 { return *(*string32)(unsafe.Pointer(&a)) }

func coordinates(p point) [2]int { return *(*[2]int)(unsafe.Pointer(&p)) }

func local(b []byte) any {
	type string struct{ data, length uintptr }
	return *(*string)(unsafe.Pointer(&b))
}

func garbage(s struct {
	string
	Cap int
}) []byte {
	return *(*[]byte)(unsafe.Pointer(&s))
}
