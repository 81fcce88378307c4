//go:build !windows

package fixture

func noteAll(digests []digest) {
	for i := range digests {
		note(digests[i][:])
	}
}
