package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	for _, b := range [][]byte{nil, {}, []byte("a"), make([]byte, 3, 9)} {
		fmt.Println(compared(b))
	}
	number := int64(7)
	b := shadowed(nil, &number)
	fmt.Println(len(b), cap(b), b[0])
	for _, s := range []string{"", "a", "text"} {
		b := empty(s)
		fmt.Println(b == nil, len(b), cap(b), unsafe.SliceData(b) == unsafe.StringData(s))
	}
}
