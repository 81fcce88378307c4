package fixture

import "fmt"

func drive() {
	long := string(make([]byte, 1000))
	for _, s := range []string{"", "x", "hello", long, long[:0], long[3:9]} {
		b := toBytes(s)
		fmt.Printf("len %d cap %d nil %t %q\n", len(b), cap(b), b == nil, b)
	}
	buffer := []byte("buffer with room")[:6]
	for _, b := range [][]byte{nil, {}, buffer, buffer[:0], buffer[2:4:5]} {
		s := toString(b)
		fmt.Printf("%d %q\n", len(s), s)
	}
	s := toString(buffer)
	buffer[0] = 'B'
	fmt.Println(s, words(s).Len)
}
