package fixture

import (
	"fmt"
	"reflect"
	"unsafe"
)

func drive() {
	// Nothing lies at these addresses.
	for _, b := range [][]byte{screen(), sum()} {
		fmt.Println(len(b), cap(b), uintptr(unsafe.Pointer(unsafe.SliceData(b))))
	}
	numbers := [8]byte{1, 2, 3}
	b := ofValue(reflect.ValueOf(&numbers))
	b[7] = 8
	fmt.Println(len(b), cap(b), numbers)
}
