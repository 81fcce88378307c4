package main

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

func drive() {
	in, out, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	stdout := os.Stdout
	os.Stdout = out
	main()
	out.Close()
	os.Stdout = stdout
	text, _ := io.ReadAll(in)
	lines := strings.Split(string(text), "\n")
	sort.Strings(lines)
	fmt.Println(strings.Join(lines, "\n"))

	x := &index{other: newSet()}
	empty(&x.sums)
	buffer := make([]byte, 0, 16)
	random := uint32(1)
	for i := 0; i < 300; i++ {
		random = random*1664525 + 1013904223
		buffer = append(buffer[:0], "\x00\x00a\x00bc"[:random>>29%7]...)
		buffer = append(buffer, byte(random>>24)%5)
		was := x.has(buffer)
		x.add(buffer)
		fmt.Println(was, x.has(buffer), x.has(nil))
		fmt.Println(len(x.sums), len(x.other))
	}
	fmt.Println(entries(x.sums), entries(x.other))
	fmt.Println(x.has([]byte{0, 0, 'a', 0}), x.has([]byte{0, 0, 'a'}), x.has([]byte{0, 0, 'a', 0, 0}))
	remove(x.sums, "00006100")
	remove(x.other, "00006100")
	fmt.Println(len(x.sums), len(x.other))
	buffer = append(buffer[:0], 0, 0, 'a', 0)
	fmt.Println(x.has(buffer))
	x.add(buffer)
	copy(buffer, "zz")
	fmt.Println(x.has(buffer), x.has([]byte{0, 0, 'a', 0}))
	fmt.Println(len(x.sums), len(x.other))
	defer func() { fmt.Println("panic:", recover(), len(x.sums)) }()
	(&index{sums: x.sums}).add([]byte{9, 9, 9, 9})
}

func empty[Key comparable](m *map[Key]int) { *m = map[Key]int{} }

func entries[Key comparable, Value any](m map[Key]Value) (lines []string) {
	for k, v := range m {
		lines = append(lines, fmt.Sprintf("%x %v", k, v))
	}
	sort.Strings(lines)
	return lines
}

func remove[Key comparable, Value any](m map[Key]Value, hex string) {
	for k := range m {
		if fmt.Sprintf("%x", k) == hex {
			delete(m, k)
		}
	}
}
