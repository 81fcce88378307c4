package fixture

import (
	"fmt"
	"unsafe"
)

func show(name string, f func() []byte) {
	defer func() { fmt.Println(name, recover()) }()
	b := f()
	fmt.Println(name, len(b), cap(b), b == nil)
}

func drive() {
	show("page", func() []byte { return page(unsafe.Pointer(&memory)) })
	show("none", func() []byte { return none(unsafe.Pointer(&memory)) })
	show("second", second)
	show("at", func() []byte { return at([]uint16{1, 2, 3}) })
	show("at nothing", func() []byte { return at(nil) })
	show("nothing", func() []byte { return nothing(new(int64)) })
	show("nothing at all", func() []byte { return nothing(nil) })
	show("nil", func() []byte { return page(nil) })
	second()[0] = 1
	page(unsafe.Pointer(&memory))[1] = 2
	fmt.Println(memory[size], memory[1])
}
