package fixture

import "fmt"

type table struct{ m map[[4]byte]int }

func show[T any](x T) { fmt.Println(x) }

func each(all []table, f func(table)) {
	for _, x := range all {
		f(x)
	}
}

func showAll(k [4]byte) {
	t := table{m: map[[4]byte]int{}}
	t.m[k]++
	each([]table{t}, show)
}
