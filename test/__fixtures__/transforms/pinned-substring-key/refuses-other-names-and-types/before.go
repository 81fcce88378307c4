package fixture

type word string

var seen = map[string]int{}

var words = map[word]int{}

func add(line string, i int) {
	strings := len(line)
	seen[line[:i]] = strings
}

func addWord(text word, i int) {
	words[text[:i]]++
}

func comment(line string, i int) {
	seen[line[ /* from the start */ :i]]++
}
