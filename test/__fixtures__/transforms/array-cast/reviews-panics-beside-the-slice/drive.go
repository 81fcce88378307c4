package fixture

import "fmt"

func drive() {
	for _, p := range []*box{nil, {7}} {
		for _, a := range [][]int{nil, {1}} {
			func() {
				defer func() { fmt.Println(recover()) }()
				fmt.Println(indexed(p, a))
			}()
		}
	}
}
