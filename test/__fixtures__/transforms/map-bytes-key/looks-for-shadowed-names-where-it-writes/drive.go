package fixture

import (
	"fmt"
	"sort"
)

func drive() {
	buffer := make([]byte, 0, 4)
	for _, text := range []string{"", "a", "a\x00", "\x00", "ab", "a", "", "a\x00"} {
		buffer = append(buffer[:0], text...)
		add(buffer)
		fmt.Println(shadowed(buffer), elsewhere(len(text)))
		fmt.Println(len(names), len(others))
	}
	add(nil)
	copy(buffer, "zz")
	for _, line := range noted() {
		fmt.Println(line)
	}
	for k, n := range names {
		if n == 3 {
			delete(names, k)
		}
	}
	fmt.Println(len(names))
	add([]byte{})
	fmt.Println(noted())

	g := generic[int]{seen: map[string]int{}}
	g.see(buffer)
	g.see([]byte("zz"))
	fmt.Println(len(g.seen))
	defer func() { fmt.Println("panic:", recover()) }()
	names = nil
	fmt.Println(len(names))
	add(buffer)
}

func noted() (lines []string) {
	for k, n := range names {
		lines = append(lines, fmt.Sprintf("%x %d %d", k, len(k), n))
	}
	sort.Strings(lines)
	return lines
}
