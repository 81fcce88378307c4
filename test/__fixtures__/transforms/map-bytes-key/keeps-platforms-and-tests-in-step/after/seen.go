package fixture

type digest [20]byte

var seen = map[[20]byte]int{}

func note(b []byte) {
	if len(b) != 20 {
		return
	}
	seen[*(*[20]byte)(b)]++
}
