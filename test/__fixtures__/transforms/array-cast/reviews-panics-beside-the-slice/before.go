package fixture

import "unsafe"

type box struct{ x int32 }

func indexed(p *box, a []int) (int, []int32) {
	return a[0], (*[1 << 20]int32)(unsafe.Pointer(&p.x))[:1:1]
}
