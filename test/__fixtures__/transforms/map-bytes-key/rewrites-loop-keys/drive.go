package main

import (
	"fmt"
	"io"
	"os"
	"sort"
)

// What main prints depends on the order of its loops: all that it may print.
func drive() {
	stdout := os.Stdout
	counts := map[string]int{}
	for i := 0; i < 2000; i++ {
		in, out, err := os.Pipe()
		if err != nil {
			panic(err)
		}
		os.Stdout = out
		main()
		out.Close()
		text, _ := io.ReadAll(in)
		in.Close()
		counts[string(text)]++
	}
	os.Stdout = stdout
	var texts []string
	for text := range counts {
		texts = append(texts, text)
	}
	sort.Strings(texts)
	for _, text := range texts {
		fmt.Println(text)
	}
}
