package fixture

import (
	"fmt"
	"reflect"
	"unsafe"
)

// Exported: who else uses it is not known.
var Cached = map[reflect.StringHeader]int{}

type set map[reflect.SliceHeader]bool

type slice struct {
	data     uintptr
	len, cap int
}

var (
	ints    = map[slice]int{}
	looped  = map[slice]int{}
	given   = map[slice]int{}
	printed = map[slice]int{}
	comment = map[slice]int{}
)

func keyOf(b []byte) slice { return *(*slice)(unsafe.Pointer(&b)) }

func use(numbers []int, b []byte, key slice) {
	ints[*(*slice)(unsafe.Pointer(&numbers))]++
	looped[keyOf(b)]++
	for key := range looped {
		fmt.Println(key.len)
	}
	given[key]++
	printed[keyOf(b)]++
	fmt.Println(printed)
	comment[keyOf( /* all of it */ b)]++
}
