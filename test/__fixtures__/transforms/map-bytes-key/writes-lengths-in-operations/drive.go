package fixture

import (
	"fmt"
	"sort"
)

func drive() {
	x := newIndex()
	fmt.Println(x.lengths())
	buffer := make([]byte, 0, 4)
	for i, text := range []string{"", "a", "a\x00", "\x00", "ab", "a", "", "\x00"} {
		buffer = append(buffer[:0], text...)
		x.put(buffer, i)
		fmt.Println(len(x.m))
		fmt.Println(x.lengths())
	}
	x.put(nil, -1)
	copy(buffer, "z")
	var lines []string
	for k, v := range x.m {
		lines = append(lines, fmt.Sprintf("%x %d %d", k, len(k), v))
		if v == 4 {
			delete(x.m, k)
		}
	}
	sort.Strings(lines)
	fmt.Println(lines)
	fmt.Println(x.lengths())
	for i := 0; i < 300; i++ {
		x.put([]byte{byte(i), byte(i >> 8), 1}, i)
	}
	fmt.Println(x.lengths())
	x = &index{}
	fmt.Println(x.lengths())
	defer func() { fmt.Println("panic:", recover()) }()
	x.put(buffer, 1)
}
