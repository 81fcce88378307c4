// Package checksum adds bytes up, eight at a time where the machine can.
package checksum

// Sum is the sum of the little-endian 64-bit words of p, the last one filled up with zeros.
func Sum(p []byte) uint64 {
	whole := len(p) / 8 * 8
	sum := sumWords(p[:whole])
	var last uint64
	for i, b := range p[whole:] {
		last |= uint64(b) << (8 * uint(i))
	}
	return sum + last
}
