package fixture

import _ "unsafe"

type id [4]byte

var names = map[id]string{}

func put(i id, name string) { names[i] = name }

func found() string {
	if k := (id{'a', 'b', 'c', 'd'}); names[k] != "" {
		return names[id{'a', 'b', 'c', 'd'}]
	}
	switch k := (id{'w', 'x', 'y', 'z'}); names[k] {
	case "":
		return "none"
	}
	if names[id{'a', 'b', 'c', 'd'}] == "" || names[id{'w', 'x', 'y', 'z'}] != "" {
		return "other"
	}
	return ""
}

func measured(n int) int {
	for k := range names {
		switch n {
		case len(string(k[:])):
			return 1
		case 4:
			return 2
		}
		m := len(k)
		return m
	}
	return 0
}

var linked = map[string]int{}

func link(i id) bool {
	linked[string(i[:])]++
	return has(string(i[:]))
}

//go:linkname has
func has(k string) bool { return linked[k] > 0 }
