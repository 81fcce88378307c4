package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	for _, s := range []string{"", "a", "written\n"} {
		address, err := length(s)
		fmt.Println(err, pointer(s) == unsafe.Pointer(address), isEmpty(s), len(s))
	}
	bytes(nil)
	bytes([]byte("bytes\n"))
	bytes([]byte("bytes\n")[:0])
}
