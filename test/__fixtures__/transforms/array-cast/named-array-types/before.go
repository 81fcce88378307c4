package fixture

import "unsafe"

type bytes [1 << 30]byte

type entry struct{ key, value int32 }

type entries [0x7ffffff]entry

type entryTable = [1 << 20]entry

type small [16]byte

type pointer *[1 << 30]byte

func page(p unsafe.Pointer, n int) []byte { return (*bytes)(p)[:n:n] }

func list(p *entry, n int) []entry {
	return (*entries)(unsafe.Pointer(p))[:n:n]
}

func table(p unsafe.Pointer, n int) []entry { return ((*entryTable)(p))[0:n:n] }

func honest(p unsafe.Pointer, n int) []byte { return (*small)(p)[:n:n] }

func named(p unsafe.Pointer, n int) []byte { return pointer(p)[:n:n] }
