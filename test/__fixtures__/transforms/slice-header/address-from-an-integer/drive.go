package p

import (
	"fmt"
	"runtime"
	"unsafe"
)

func drive() {
	memory := [4]byte{1, 2, 3, 4}
	address := uintptr(unsafe.Pointer(&memory))
	for _, n := range []int{0, 1, 4} {
		b := mapped(address, n)
		fmt.Println(b, len(b), cap(b), b == nil)
	}
	mapped(address, 4)[3] = 5
	fmt.Println(memory, mapped(0, 0) == nil)
	runtime.KeepAlive(&memory)
	defer func() { fmt.Println("recovered:", recover()) }()
	fmt.Println(len(mapped(0, 2)))
}
