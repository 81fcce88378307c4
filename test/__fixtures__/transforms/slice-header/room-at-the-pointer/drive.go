package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	for _, size := range []int{4096, 70_000} {
		b := make([]byte, size)
		b[1] = 1
		p := page(b)
		p[2] = 2
		fmt.Println(len(p), cap(p), b[:3], unsafe.SliceData(p) == unsafe.SliceData(b))
		for _, n := range []uint16{0, 1, 4096} {
			q := narrow(b, n)
			fmt.Println(len(q), cap(q), q == nil, unsafe.SliceData(q) == unsafe.SliceData(b))
		}
	}
	whole := [2][64]byte{}
	a := array(&whole[0])
	a[63] = 63
	fmt.Println(len(a), cap(a), whole[0][63])
	more := oneMore(&whole[0])
	more[64] = 64
	fmt.Println(len(more), cap(more), whole[1][0])

	number := uint64(1)
	v := value(&number)
	v[1] = 2
	fmt.Println(len(v), cap(v), number)

	for _, x := range [][]uintptr{nil, {}, make([]uintptr, 3, 9)} {
		w := words(x)
		fmt.Println(w == nil, len(w), cap(w), unsafe.Pointer(unsafe.SliceData(w)) == unsafe.Pointer(unsafe.SliceData(x)))
	}
	// Of words, so that they are aligned for pointers.
	room := make([]uint64, 9)
	for _, x := range [][][8]byte{nil, {}, unsafe.Slice((*[8]byte)(unsafe.Pointer(&room[0])), 9)[:3]} {
		p := pointers(x)
		fmt.Println(p == nil, len(p), cap(p), unsafe.Pointer(unsafe.SliceData(p)) == unsafe.Pointer(unsafe.SliceData(x)))
	}
	for name, f := range []func(){
		func() { page(nil) },
		func() { narrow([]byte{}, 1) },
		func() { array(nil) },
		func() { fmt.Println(len(value(nil))) },
	} {
		func() {
			defer func() { fmt.Println(name, recover()) }()
			f()
		}()
	}
}
