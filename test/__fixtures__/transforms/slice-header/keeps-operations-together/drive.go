package fixture

import (
	"fmt"
	"unsafe"
)

// Outside of what Go allocates.
var memory [64]byte

func drive() {
	for i := range memory {
		memory[i] = byte(i)
	}
	start := uintptr(unsafe.Pointer(&memory))
	fmt.Println(minus(start+32, 5, 3), or(start, 4), or(start, 5))
	for off := uintptr(0); off < 10; off++ {
		x, b := rest(start, off)
		fmt.Println(x < 8, b)
	}
	for _, x := range []int{0, 1, 2} {
		fmt.Println(len(less(make([]byte, 3, 9), x)))
	}
	for _, x := range []int{1, 2, 3} {
		fmt.Println(len(divided(make([]byte, 6), &x)), read([]byte("text"), -x))
	}
	for _, f := range []func(){
		func() { divided(nil, new(int)) },
		func() { divided(nil, nil) },
		func() { read(nil, 0) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
