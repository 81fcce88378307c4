package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	// []byte("abc") would be read-only memory, as the compiler does not see that it is written to.
	b, s := append([]byte(nil), "abc"...), "xyz"
	fmt.Println(ofSlice(b) == unsafe.Pointer(&b[0]), ofCopy(b) == ofSlice(b), ofSlice(nil), ofCopy(nil), ofZero())
	fmt.Println(*(*byte)(ofString(s)), *(*byte)(moved(s)))
	fmt.Println(ofSlice(b[:0]) == ofSlice(b))
	for n := range b {
		for _, made := range [][]byte{declared(&b[0], n), literal(&b[0], n), overSlice(&b[0], n)} {
			fmt.Println(len(made), cap(made), made == nil, string(made))
		}
	}
	declared(&b[0], 1)[0] = 'A'
	literal(&b[1], 1)[0] = 'B'
	fmt.Println(string(b), declared(nil, 0) == nil, literal(nil, 0) == nil)
	defer func() { fmt.Println(recover()) }()
	ofNothing()
}
