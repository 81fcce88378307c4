package fixture

import "fmt"

func drive() {
	for _, store := range []func(map[string]int, []byte){variable, targets, builtin} {
		m := map[string]int{}
		store(m, []byte("abc"))
		fmt.Println(m["abc"], m["xxx"], m["xbc"], m["xyz"])
	}
	fmt.Println(lookUp(map[string]int{"abc": 1, "xxx": 2}, []byte("abc")))
	m := map[string]float64{}
	conversion(m, []byte("abc"))
	fmt.Println(m)
}
