package fixture

import "fmt"

func drive() {
	d := &decoder{map[string]int{}}
	r := &registry{}
	d.use([]byte("b"), []byte("cc"), &plain{}, r)
	fmt.Println(d.seen)
	for _, key := range []string{"b", "cc", ""} {
		value, ok := r.Load(key)
		fmt.Println(value, ok)
	}
}
