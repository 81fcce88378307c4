package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	b := []byte{1, 2}
	n, _ := end(b, 1)
	fmt.Println(start(b) == unsafe.Pointer(&b[0]), start(nil), n)
}
