package store

import (
	"bufio"
	"io"
	"strings"
	"sync"
	"unsafe"
)

// Sessions counts what each session token has sent. Tokens are read into one
// buffer that is used again, so keys made from it must not outlive a call.
type Sessions struct {
	mu   sync.Mutex
	sent map[string]int
}

// NewSessions returns an empty table.
func NewSessions() *Sessions {
	return &Sessions{sent: make(map[string]int)}
}

func b2s(b []byte) string {
	return *(*string)(unsafe.Pointer(&b))
}

// Record adds the sizes of the requests of one connection: lines of a token and a body.
func (s *Sessions) Record(r io.Reader) error {
	lines := bufio.NewReader(r)
	token := make([]byte, 0, 64)
	for {
		line, err := lines.ReadSlice('\n')
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		token = append(token[:0], line...)
		if space := strings.IndexByte(b2s(token), ' '); space >= 0 {
			s.add(token[:space], len(token)-space-2)
		}
	}
}

func (s *Sessions) add(token []byte, size int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent[b2s(token)] += size
}

// Total is what all sessions have sent.
func (s *Sessions) Total() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	total := 0
	for _, size := range s.sent {
		total += size
	}
	return total
}
