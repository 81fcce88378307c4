package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	memory := [8]byte{1, 2, 3, 4}
	for _, n := range []int{0, 1, 8} {
		m := NewMap(unsafe.Pointer(&memory), n)
		f := &file{data: m}
		l, c := f.size()
		fmt.Println(m, m == nil, len(m), cap(m), l, c, f.start() == uintptr(unsafe.Pointer(&memory)))
		w := wide(m)
		fmt.Println(w, len(w), cap(w))
	}
	NewMap(unsafe.Pointer(&memory), 8)[7] = 9
	fmt.Println(memory, NewMap(nil, 0) == nil, wide(nil) == nil)
	f := &file{}
	fmt.Println(f.start())
	fmt.Println(f.size())
	for _, s := range []string{"", "a", "abc"} {
		b := bytesOf(s)
		fmt.Println(string(b), len(b), cap(b), same(s, s), same(s+"x", "x"))
	}
	b := memory[:]
	fmt.Println(first(&b) == uintptr(unsafe.Pointer(&memory)), keep(b).Len)
	m := Map(memory[:4])
	c := copyOf(&m, 3)
	fmt.Println(c, cap(c), m.address() == uintptr(unsafe.Pointer(&memory)))
}
