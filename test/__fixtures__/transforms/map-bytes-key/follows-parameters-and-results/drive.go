package main

import "fmt"

func drive() {
	_, err := load(nil)
	fmt.Println(err)
	seen, err := load([]string{"a", "b", "a", ""})
	fmt.Println(len(seen), err)
	done, _ := load([]string{"b", "c"})
	t := (&table{seen: seen, done: done}).merge()
	fmt.Println(len(t.seen), len(t.done))
}
