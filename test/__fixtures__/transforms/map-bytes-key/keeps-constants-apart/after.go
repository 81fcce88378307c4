package fixture

func literal(b [2]byte) int {
	m := map[[2]byte]int{([2]byte{'a', 'b'}): 1, {'c', 'd'}: 2}
	m[b]++
	return m[[2]byte{'a', 'b'}]
}

func lengths(b [2]byte) (all []string) {
	m := map[[2]byte]int{}
	m[b]++
	for k := range m {
		all = append(all, map[bool]string{len(string(k[:])) == 3: "three", len(string(k[:])) == 4: "four"}[false])
		if len(k) == 2 {
			all = append(all, "two")
		}
	}
	return all
}

type holder struct{ bytes []byte }

var Known = map[string]bool{}

func conditionally(h *holder, ok bool) bool {
	k := string(h.bytes)
	return ok && Known[k]
}

func first(h *holder) bool {
	return Known[string(h.bytes)]
}
