package fixture

import "fmt"

func drive() {
	for _, b := range [][2]byte{{}, {'a', 'b'}, {'c', 'd'}} {
		fmt.Println(literal(b), lengths(b))
	}
	Known["abc"] = true
	for _, h := range []*holder{nil, {}, {[]byte("abc")}} {
		for _, ok := range []bool{true, false} {
			func() {
				defer func() { fmt.Println(recover()) }()
				fmt.Println(conditionally(h, ok))
			}()
		}
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(first(h))
		}()
	}
}
