package fixture

import "fmt"

func drive() {
	for _, s := range []string{"", "a", "some text"[2:6]} {
		b := bytesOf(&record{s, 100})
		fmt.Printf("%q %d\n", b, cap(b))
		fmt.Printf("%q %q\n", copied(s), wider(s))
	}
	for _, b := range [][]byte{nil, {}, []byte("a"), make([]byte, 3, 9)} {
		fmt.Println(len(narrower(b)), len(whole(b)), cap(whole(b)))
	}
}
