package fixture

import "fmt"

func show(name string, make func(string) []byte) {
	for _, text := range []string{"", "a", "abc"} {
		func() {
			defer func() {
				if reason := recover(); reason != nil {
					fmt.Println(name, reason)
				}
			}()
			b := make(text)
			fmt.Println(name, string(b), len(b), cap(b), text == "" || b == nil)
		}()
	}
}

func drive() {
	show("literal", literal)
	literalOfRenamed("abc")
	show("nil pointer", nilPointer)
	show("nil conversion", nilConversion)
	show("nil variable", nilVariable)
	show("nil field", nilField)
	show("rightly", rightly)
	show("copies", copiesAreLost)
}
