package fixture

import "fmt"

func drive() {
	for _, text := range []string{"", "a", "some text", "\x00"} {
		t := table{map[string]entry{}, map[string]*entry{}, make([]entry, 1)}
		t.put([]byte(text), 1)
		t.others([]byte(text))
		fmt.Printf("%q %q %q %q\n", t.entries[text].key, t.pointers[text].key+t.pointers[text].lowKey, t.entries["text"].text, t.list[0].key)
	}
}
