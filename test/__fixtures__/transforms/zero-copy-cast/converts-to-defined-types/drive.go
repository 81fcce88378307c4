package fixture

import "fmt"

func drive() {
	for _, b := range [][]byte{nil, {}, []byte("ab")} {
		fmt.Printf("%T %q %q\n", toText(b), toText(b), fromRaw(b))
	}
	for _, t := range []text{"", "ab"} {
		b := fromText(t)
		fmt.Println(len(b), cap(b), b == nil, text(b) == t)
	}
}
