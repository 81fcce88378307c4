package fixture

func literal(b [2]byte) int {
	m := map[string]int{("ab"): 1, "cd": 2}
	m[string(b[:])]++
	return m["ab"]
}

func lengths(b [2]byte) (all []string) {
	m := map[string]int{}
	m[string(b[:])]++
	for k := range m {
		all = append(all, map[bool]string{len(k) == 3: "three", len(k) == 4: "four"}[false])
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
	k := string(h.bytes)
	return Known[k]
}
