package fixture

import "fmt"

func drive() {
	for _, p := range []*box{nil, {}, {b: []byte("text")}} {
		for name, f := range []func() (int, string){
			func() (int, string) { return indexed(p, nil) },
			func() (int, string) { return indexed(p, []int{1}) },
			func() (int, string) { return divided(p, 0) },
			func() (int, string) { return divided(p, 1) },
			func() (int, string) { return fields(p, nil) },
			func() (int, string) { return fields(p, &box{n: 2}) },
		} {
			func() {
				defer func() { fmt.Println(name, recover()) }()
				fmt.Println(f())
			}()
		}
	}
}
