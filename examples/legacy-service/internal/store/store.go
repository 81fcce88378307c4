// Package store keeps payloads in memory, each once.
package store

import (
	"sync"

	"example.com/legacy-service/internal/checksum"
	"example.com/legacy-service/internal/dedup"
	"example.com/legacy-service/internal/trace"
)

// Store keeps distinct payloads in the order in which they came.
type Store struct {
	index *dedup.Index
	cache checkCache

	mu       sync.Mutex
	payloads [][]byte
}

// New returns an empty store.
func New() *Store {
	return &Store{index: dedup.NewIndex()}
}

// Put keeps a copy of a payload unless it is there; it reports whether it was new.
func (s *Store) Put(payload []byte) bool {
	if s.index.Add(payload) > 1 {
		trace.Printf("store: %d bytes again", len(payload))
		return false
	}
	own := append([]byte(nil), payload...)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.payloads = append(s.payloads, own)
	return true
}

// Checksum combines the checksums of all payloads.
func (s *Store) Checksum() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	var sum uint64
	for _, payload := range s.payloads {
		sum += s.cache.sum(payload, checksum.Sum)
	}
	return sum
}

// Sums lists the SHA-256 sums of the payloads in hex.
func (s *Store) Sums() []string { return s.index.Sums() }
