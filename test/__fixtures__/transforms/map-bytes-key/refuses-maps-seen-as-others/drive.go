package fixture

import (
	"fmt"
	"sort"
)

func drive() {
	fmt.Println(seen([4]byte{'A', 'B', 'C', 'D'}), seen([4]byte{'A', 'B', 'C'}))

	x := made()
	fmt.Println(x.all(), entriesOf(x))
	var k [4]byte
	random := uint32(1)
	for i := 0; i < 100; i++ {
		random = random*1664525 + 1013904223
		k[random>>30] = byte(random>>24) % 3
		x.put(k, i)
		fmt.Println(k, len(x.entries))
	}
	fmt.Println(x.all(), entriesOf(x))
	fmt.Println(x.all(), entriesOf(x))
	for k, v := range x.entries {
		if v%2 == 0 {
			delete(x.entries, k)
		}
	}
	x.put([4]byte{'A', 'B', 'C', 'D'}, -1)
	fmt.Println(x.all(), entriesOf(x))
	fmt.Println(new(c).all())
	defer func() { fmt.Println("panic:", recover()) }()
	new(c).put(k, 1)
}

func entriesOf(x *c) (lines []string) {
	for k, v := range x.entries {
		lines = append(lines, fmt.Sprintf("%x %d", k, v))
	}
	sort.Strings(lines)
	return lines
}
