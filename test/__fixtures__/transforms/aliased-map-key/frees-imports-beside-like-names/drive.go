package main

import "fmt"

// The buffer is used again once its keys are gone: only then is a zero-copy key as good as a copy.
func drive() {
	main()
	texts := []string{"a", "ab", "a\x00", "", "\x00", "\x00\x00", "abc", "a"}
	buffer := make([]byte, 0, 8)
	for _, text := range texts {
		buffer = append(buffer[:0], text...)
		add(buffer)
		add(append([]byte(nil), text...))
		fmt.Printf("%d %q\n", seen[text], seen)
		seen[text]++
		add(buffer)
		fmt.Println(seen[text], len(seen))
		for key := range seen {
			delete(seen, key)
		}
	}
	for _, text := range texts {
		add([]byte(text))
		seen[text]++
	}
	add(nil)
	add(make([]byte, 1, 8))
	fmt.Println(seen, len(seen))
	defer func() { fmt.Println("panic:", recover()) }()
	seen = nil
	add([]byte("a"))
}
