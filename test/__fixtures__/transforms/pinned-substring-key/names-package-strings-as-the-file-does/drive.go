package fixture

import "fmt"

func drive() {
	lines := []string{"", " ", "a", " a", "x a", "a b c", "y b c", "z ", "long line \x00", "\x00 a\x00", "a\x00 a\x00", "é ü"}
	buffer := make([]byte, 0, 16)
	for _, line := range lines {
		buffer = append(buffer[:0], line...)
		add(string(buffer))
		add(line)
		add(line[:len(line)/2])
		fmt.Printf("%d %q\n", len(seen), seen)
	}
	delete(seen, "a")
	delete(seen, "missing")
	add("1 a")
	fmt.Printf("%d %d %q\n", seen["a"], seen["missing"], seen)
	defer func() { fmt.Println("panic:", recover()) }()
	seen = nil
	add("1 a")
}
