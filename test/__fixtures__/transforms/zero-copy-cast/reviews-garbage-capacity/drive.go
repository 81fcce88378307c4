package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	// What stands behind the string is read as its capacity.
	text := struct {
		string
		next int
	}{"abc", 99}
	b := through(&text.string)
	fmt.Println(string(b), len(b), cap(b))
	for _, s := range []string{"", "a", "abc"} {
		b := toBytes(s)
		fmt.Println(string(b), len(b), *(*unsafe.Pointer)(unsafe.Pointer(&s)) == *(*unsafe.Pointer)(unsafe.Pointer(&b)))
	}
	var empty string
	fmt.Println(toBytes(empty) == nil, through(&empty) == nil)
}
