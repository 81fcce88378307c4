package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	long := string(make([]byte, 1000))
	for _, s := range []string{"", "x", "hello", long, long[:0], long[3:9]} {
		show("bytes", stringToBytes(s))
	}
	buffer := []byte("buffer with room")[:6]
	for _, b := range [][]byte{nil, {}, buffer, buffer[:0], buffer[2:4:5]} {
		s := bytesToString(b)
		fmt.Printf("%d %q\n", len(s), s)
	}
	s := bytesToString(buffer)
	buffer[0] = 'B'
	fmt.Println(s)
}
