package fixture

import (
	"fmt"
	"unsafe"
)

func drive() {
	for _, size := range []int{1, 3, 100} {
		b := make([]byte, size)
		at := uintptr(unsafe.Pointer(&b[0]))
		var to block
		fmt.Println(given(size)&^1, written(b) == int(at&1)+size, stored(b, &to), to.start == at, inLiteral(b).start == at, aligned(b) == (at%8 == 0))
	}
}
