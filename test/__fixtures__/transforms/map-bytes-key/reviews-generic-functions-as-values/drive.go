package fixture

func drive() {
	for _, k := range [][4]byte{{'a', 'b', 'c', 'd'}, {'w', 'x', 'y', 'z'}} {
		showAll(k)
	}
}
