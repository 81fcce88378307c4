package p

import (
	"fmt"
	"unsafe"
)

func drive() {
	array := [4]byte{1, 2, 3, 4}
	fmt.Println(view(unsafe.Pointer(&array), 4), view(unsafe.Pointer(&array), 0), view(nil, 0) == nil)
	defer func() { fmt.Println("recovered:", recover()) }()
	b := view(nil, 3)
	fmt.Println(len(b), cap(b), b == nil)
}
