package fixture

import "fmt"

// Keys of equal beginnings in one buffer, which copy and append change before the old key is looked up.
func drive() {
	m := map[string]int{"": 1, "a": 2, "a\x00": 3, "ab": 4, "zz": 5, "\x00": 6}
	buffer := make([]byte, 0, 8)
	for _, text := range []string{"", "a", "a\x00", "ab", "abc", "zz", "\x00", "\x00\x00"} {
		buffer = append(buffer[:0], text...)
		fmt.Println(measured(m, buffer))
		delete(m, "ab")
		fmt.Println(measured(m, buffer[:len(buffer):len(buffer)]))
		fmt.Println(copied(m, buffer, []byte("zz")))
		fmt.Println(measured(m, buffer))
		fmt.Println(appended(m, buffer))
		fmt.Println(measured(m, buffer))
		m["ab"] = 7
	}
	fmt.Println(measured(m, nil))
	fmt.Println(measured(nil, buffer))
}
