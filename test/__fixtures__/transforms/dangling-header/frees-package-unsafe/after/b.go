package fixture

import (
	"reflect"
)

func look() bool {
	address := place
	h := reflect.SliceHeader{Data: uintptr(address), Len: 3, Cap: 3}
	return take(address) && h.Len == 3
}
