// +build !amd64 purego

package checksum

import "encoding/binary"

func sumWords(p []byte) uint64 {
	var sum uint64
	for ; len(p) >= 8; p = p[8:] {
		sum += binary.LittleEndian.Uint64(p)
	}
	return sum
}
