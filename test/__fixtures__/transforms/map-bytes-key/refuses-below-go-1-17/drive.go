package main

import "fmt"

func drive() {
	main()
	sizes := map[string]int{}
	for _, text := range []string{"", "12345678", "1234567\x00", "123456789"} {
		note(sizes, []byte(text))
	}
	fmt.Println(sizes)
}

// println prints what main counts where it can be seen.
func println(counts ...interface{}) { fmt.Println(counts...) }
