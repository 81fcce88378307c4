package fixture

import "fmt"

func drive() {
	for _, b := range [][]byte{nil, {}, []byte("a"), make([]byte, 3, 9)} {
		p := &in{b: b}
		fmt.Println(inside(whole{in{b: b}}, p))
		fmt.Println(p.b == nil)

		fmt.Println(behind(out{&in{b: b}}, p))
		fmt.Println(moved(out{&in{b: b}}))
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(behind(out{}, &in{}))
	}()
}
