package fixture

import (
	"fmt"
	"sort"
)

// The buffer is used again once its keys are gone: only then is a zero-copy key as good as a copy.
func drive() {
	buffer := make([]byte, 0, 8)
	for i, text := range texts {
		buffer = append(buffer[:0], text...)
		fmt.Println(attempt(buffer, i))
		fmt.Println(get(buffer))
		fmt.Println(attempt(append([]byte(nil), text...), -i))
		fmt.Println(len(byName))
		for _, key := range texts {
			value, ok := byName[name(key)]
			kept, loaded := shared.Load(key)
			fmt.Println(value, ok, kept, loaded)
		}
		delete(byName, name(text))
		shared.Delete(text)
		fmt.Println(len(byName))
	}
	for i, text := range texts {
		fmt.Println(attempt(append(make([]byte, 0, 8), text...), i))
		fmt.Println(attempt([]byte(text), i+10))
	}
	fmt.Println(byName)
	var lines []string
	shared.Range(func(key, value any) bool {
		lines = append(lines, fmt.Sprintf("%q %v", key, value))
		return true
	})
	sort.Strings(lines)
	fmt.Println(lines)
	fmt.Println(get(nil))
	fmt.Println(get(buffer))
	fmt.Println(attempt(nil, 1))
	fmt.Println(byName[""])
	byName = nil
	fmt.Println(attempt([]byte("x"), 1))
	fmt.Println(shared.Load("x"))
}

var texts = []string{"", "a", "a\x00", "ab", "\x00", "\x00\x00", "a", "abcdefgh"}

func attempt(b []byte, v int) (end any) {
	defer func() {
		if text := recover(); text != nil {
			end = fmt.Sprint("panic: ", text)
		}
	}()
	put(b, v)
	return "put"
}
