package fixture

type digest [20]byte

var seen = map[digest]int{}

func note(b []byte) {
	if len(b) != 20 {
		return
	}
	seen[*(*digest)(b)]++
}
