package main

import "fmt"

// The buffer is used again once its keys are gone: only then is a zero-copy key as good as a copy.
func drive() {
	main()
	texts := []string{"a", "ab", "a\x00", "", "\x00", "\x00\x00", "bab", "a"}
	buffer := make([]byte, 0, 8)
	for _, text := range texts {
		buffer = append(buffer[:0], text...)
		fmt.Println(attempt(buffer), shared(buffer), shared([]byte(text)))
		fmt.Println(seen, seen[text], len(seen))
		for key := range seen {
			delete(seen, key)
		}
	}
	for _, text := range texts {
		fmt.Println(attempt([]byte(text)), shared([]byte(text)))
	}
	fmt.Println(attempt(nil), shared(nil))
	fmt.Println(seen, len(seen))
	seen = nil
	fmt.Println(attempt([]byte("a")))
}

func attempt(b []byte) (end any) {
	defer func() {
		if text := recover(); text != nil {
			end = fmt.Sprint("panic: ", text)
		}
	}()
	add(b)
	return "added"
}
