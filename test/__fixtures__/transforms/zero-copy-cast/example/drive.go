package fixture

import "fmt"

func drive() {
	for _, b := range [][]byte{nil, {}, []byte("a"), []byte("héllo\x00"), make([]byte, 3, 100)} {
		s := toString(b)
		fmt.Println(len(s), s == "", fmt.Sprintf("%q", s))
		if len(b) > 0 {
			b[0] = 'Z'
			fmt.Printf("%q\n", s)
		}
	}
	long := string(make([]byte, 64))
	for _, s := range []string{"", "a", long[:0], long[1:5], long} {
		b := toBytes(s)
		fmt.Println(len(b), cap(b), b == nil, string(b) == s)
	}
}
