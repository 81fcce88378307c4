package fixture

import (
	"fmt"
	"strings"
	"unsafe"
)

func drive() {
	for _, s := range []string{"", "a", "some text"[2:6], strings.Repeat("big", 1000)} {
		b := bytesOf(s)
		fmt.Printf("%t %d %d %q %t\n", b == nil, len(b), cap(b), b, unsafe.SliceData(b) == unsafe.StringData(s))
	}
}
