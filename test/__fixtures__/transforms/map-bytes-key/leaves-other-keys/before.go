package main

import "fmt"

type text string

func main() {
	counts := map[string]int{"a": 1}
	for _, r := range "abc" {
		counts[string(r)]++
		counts[string([]rune{r})]++
		counts[string(text("b"))]++
	}
	b := []byte("abc")
	byLength := map[int]string{len(b): string(b)}
	shadowed(b)
	fmt.Println(counts, byLength, counts["a"] == len(string(b)))
}

func shadowed(b []byte) {
	string := func(b []byte) int { return len(b) }
	lengths := map[int]int{}
	lengths[string(b)]++
	fmt.Println(lengths)
}
