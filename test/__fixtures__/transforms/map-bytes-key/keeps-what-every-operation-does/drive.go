package main

import "fmt"

// Keys that share prefixes, with bytes of zero, of wrong lengths, in buffers that are used again.
func drive() {
	t := newTable()
	buffer := make([]byte, 0, 16)
	random := uint32(1)
	for i := 0; i < 2000; i++ {
		random = random*1664525 + 1013904223
		n := 8
		if random>>28 == 0 {
			n = int(random>>24) % 16
		}
		buffer = append(buffer[:0], make([]byte, n)...)
		for j := range buffer {
			if j >= n-int(random>>16)%3 {
				buffer[j] = byte(random >> (j % 8))
			}
		}
		switch random >> 20 % 4 {
		case 0:
			fmt.Println(t.putBytes(buffer, i))
		case 1:
			fmt.Println(t.drop(buffer))
		default:
			var d digest
			copy(d[:], buffer)
			if i%2 == 0 {
				t.put(d, i)
			} else {
				t.putPointer(&d, i)
				fmt.Println(d[0], t.wasDropped(d))
			}
		}
	}
	for _, prefix := range []string{"", "\x00\x00", "a", "\x00\x00\x00\x00\x00\x00\x00\x00"} {
		for _, line := range t.lines(prefix) {
			fmt.Println(line)
		}
	}
	fmt.Println(len(t.values), len(t.gone), t.putBytes(nil, 0))
	t.drop(make([]byte, 8))
	var none *digest
	defer func() { fmt.Println("recovered:", recover()) }()
	t.putPointer(none, 1)
}
