package fixture

import "unsafe"

type box struct{ x int32 }

func indexed(p *box, a []int) (int, []int32) {
	return a[0], unsafe.Slice(&p.x, 1)
}
