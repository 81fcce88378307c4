package fixture

import "reflect"

func fill(h *reflect.SliceHeader, n int) {
	h.Len = n
	h.Cap = n
}
