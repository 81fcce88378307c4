package fixture

import str "strings"

var seen = map[string]int{}

func add(line string) {
	seen[str.Clone(line[str.IndexByte(line, ' ')+1:])]++
}
