package fixture

import "fmt"

func drive() {
	m := map[string]int{}
	p := &parser{}
	p.scan([]byte("a"))
	p.count(m)
	p.scan([]byte("b"))
	p.count(m)
	p.reset()
	p.count(m)
	fmt.Println(m, len(records([][]byte{[]byte("x"), []byte("y")})))
}
