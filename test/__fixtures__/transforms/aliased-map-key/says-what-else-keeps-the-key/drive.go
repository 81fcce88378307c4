package fixture

import (
	"fmt"
	"strings"
)

func drive() {
	for _, line := range []string{"", "a", "some text", "\x00", strings.Repeat("big", 1000)} {
		use([]byte(line))
		fmt.Println(index[line], len(index), order[len(order)-1] == line)
		fmt.Println(first([]byte(line)) == line, seen([]byte(line)), index[line], len(index))
	}
}
