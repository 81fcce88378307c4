package fixture

import "fmt"

type table struct{ m map[string]int }

func show[T any](x T) { fmt.Println(x) }

func each(all []table, f func(table)) {
	for _, x := range all {
		f(x)
	}
}

func showAll(k [4]byte) {
	t := table{m: map[string]int{}}
	t.m[string(k[:])]++
	each([]table{t}, show)
}
