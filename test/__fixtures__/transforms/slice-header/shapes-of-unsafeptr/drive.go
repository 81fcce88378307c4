package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	b, s := []byte("abc"), "xyz"
	fmt.Println(ofSlice(b) == unsafe.Pointer(&b[0]), ofCopy(b) == ofSlice(b), ofSlice(nil), ofCopy(nil), ofZero())
	fmt.Println(*(*byte)(ofString(s)), *(*byte)(moved(s)))
	fmt.Println(ofSlice(b[:0]) == ofSlice(b))
	defer func() { fmt.Println(recover()) }()
	ofNothing()
}
