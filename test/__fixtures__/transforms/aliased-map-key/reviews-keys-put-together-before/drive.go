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
	for _, store := range []func(map[key]int, []byte){nextCalls, madeWithCall, read} {
		m := map[key]int{}
		store(m, []byte("abc"))
		fmt.Println(m[key{"abc", 0}], m[key{"ybc", 0}], m[key{"abc", 3}], m[key{"ybc", 3}])
	}
	stored := map[key]int{}
	next(stored, []byte("abc"), 1)
	fmt.Println(stored)
}
