//go:build go1.9

package fixture

// Calls has one i per iteration in Go 1.22, one for all before.
func Calls() (calls []func() int) {
	for i := 0; i < 3; i++ {
		calls = append(calls, func() int { return i })
	}
	return calls
}
