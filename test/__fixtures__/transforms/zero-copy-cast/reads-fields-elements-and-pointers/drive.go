package fixture

import "fmt"

func drive() {
	b := &buffer{data: []byte("all"), parts: [][]byte{nil, []byte("one"), []byte("last")}}
	fmt.Printf("%q %q %q %q %q\n", b.all(), b.part(0), b.part(1), last(b), pointed(&b.data))
	for _, f := range []func(){
		func() { b.part(7) },
		func() { pointed(nil) },
		func() { last(&buffer{}) },
		func() { (*buffer)(nil).all() },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
