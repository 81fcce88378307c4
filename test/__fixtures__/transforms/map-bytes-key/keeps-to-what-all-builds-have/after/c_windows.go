package fixture

func platform() int { return 0 }

func fill(m map[string]int) {}
