package fixture

import (
	"fmt"
	"sort"
)

func drive() {
	seen := map[key]bool{}
	fmt.Println(remember(seen, []byte("ab"), 1), remember(seen, []byte("ab"), 1))
	var names []string
	for k := range seen {
		names = append(names, k.name)
	}
	sort.Strings(names)
	fmt.Println(names)
	pairs := map[[2]string]int{}
	both(pairs, []byte("a"), []byte("b"))
	both(pairs, []byte("a"), []byte("b"))
	fmt.Println(pairs)
}
