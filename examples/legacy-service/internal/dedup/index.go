// Package dedup remembers which payloads have been stored, by content.
package dedup

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"sort"
	"sync"
)

// keySize is the length of every key: a SHA-256 sum.
const keySize = sha256.Size

// ErrKeySize means that a key is no SHA-256 sum.
var ErrKeySize = errors.New("dedup: key has the wrong length")

// Index counts payloads by their SHA-256 sum.
type Index struct {
	mu     sync.Mutex
	counts map[string]int
}

// NewIndex returns an empty index.
func NewIndex() *Index {
	return &Index{counts: make(map[string]int)}
}

// Add counts a payload and returns how often it has been seen.
func (x *Index) Add(payload []byte) int {
	sum := sha256.Sum256(payload)
	x.mu.Lock()
	defer x.mu.Unlock()
	x.counts[string(sum[:])]++
	return x.counts[string(sum[:])]
}

// Count tells how often the payload with this sum has been seen.
func (x *Index) Count(sum []byte) (int, error) {
	if len(sum) != keySize {
		return 0, ErrKeySize
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.counts[string(sum)], nil
}

// Forget drops a payload.
func (x *Index) Forget(payload []byte) {
	sum := sha256.Sum256(payload)
	x.mu.Lock()
	defer x.mu.Unlock()
	delete(x.counts, string(sum[:]))
}

// Sums lists the sums of all payloads in hex, sorted.
func (x *Index) Sums() []string {
	x.mu.Lock()
	defer x.mu.Unlock()
	sums := make([]string, 0, len(x.counts))
	for key := range x.counts {
		sums = append(sums, hex.EncodeToString([]byte(key)))
	}
	sort.Strings(sums)
	return sums
}
