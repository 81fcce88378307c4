package fixture

import "unsafe"

const word = 8

func bytesOf(x *uint64) []byte { return (*[word]byte)(unsafe.Pointer(x))[:] }

func some(x *uint64, n int) []byte { return (*[word]byte)(unsafe.Pointer(x))[:n] }

func array(p unsafe.Pointer) *[1 << 30]byte { return (*[1 << 30]byte)(p) }

func element(p unsafe.Pointer, i int) byte { return (*[1 << 30]byte)(p)[i] }

func whole(p unsafe.Pointer) []byte { return (*[1 << 30]byte)(p)[:] }

func fromSlice(b []byte) []byte { return (*[1 << 20]byte)(b)[:10] }
