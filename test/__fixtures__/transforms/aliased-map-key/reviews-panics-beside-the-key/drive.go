package fixture

import "fmt"

func drive() {
	for _, p := range []*box{nil, {}, {[]byte("text")}} {
		for _, a := range [][]int{nil, {1}} {
			func() {
				m := map[string]int{}
				defer func() { fmt.Println(m, recover()) }()
				put(m, p, a)
			}()
		}
	}
}
