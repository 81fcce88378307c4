// Package digest has sums.
package digest

// Sum is a sum.
type Sum [4]byte

// Of sums up.
func Of(data []byte) (sum Sum) {
	for i, b := range data {
		sum[i%4] += b
	}
	return sum
}
