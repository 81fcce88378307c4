package fixture

import "fmt"

func drive() {
	noteAll([]digest{{1}, {}, {1}})
	note(make([]byte, 20))
	note(make([]byte, 21))
	note(nil)
	total := 0
	for _, count := range seen {
		total += count * count
	}
	fmt.Println(len(seen), total)
}
