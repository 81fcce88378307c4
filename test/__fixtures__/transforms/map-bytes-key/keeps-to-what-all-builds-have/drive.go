package fixture

import "fmt"

func drive() {
	for _, b := range [][]byte{nil, []byte("abc"), []byte("abcd"), []byte("abcd"), []byte("xyz0"), {0, 0, 0, 0}} {
		fmt.Println(Add(b), AddTested(b), Hidden(b, []byte("abcd")), Filled())
		if len(b) == 4 {
			fmt.Println(Checked(b))
		}
	}
}
