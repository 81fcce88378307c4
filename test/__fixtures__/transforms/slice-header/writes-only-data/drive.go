package p

import "fmt"

func drive() {
	t := &table{count: 3}
	r := rows(t)
	r[2] = 7
	fmt.Println(len(r), cap(r), t.rows)
}
