package fixture

func noteAll(digests []digest) {
	for _, d := range digests {
		seen[d]++
	}
}
