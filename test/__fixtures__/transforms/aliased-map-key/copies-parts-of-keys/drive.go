package fixture

import "fmt"

// The buffer is not used again: what is lost when it is, is what the copies are for.
func drive() {
	for i, text := range []string{"ab", "abc", "a\x00", "zz", "ab"} {
		store([]byte(text), i)
		variable([]byte(text), i+1)
		fmt.Println(find([]byte(text), i))
		fmt.Println(len(literal([]byte(text))), len(byKey), len(byPair), len(byNested), len(byAny))
		value, ok := shared.Load(key{text, i})
		fmt.Println(value, ok, byAny[text], byAny[key{text, i}])
	}
	for k, v := range byPair {
		if k[1] == "abc" {
			fmt.Println(k, v)
		}
	}
}
