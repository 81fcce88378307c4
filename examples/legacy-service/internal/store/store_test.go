package store

import (
	"strings"
	"testing"
)

func TestPutKeepsOne(t *testing.T) {
	s := New()
	if !s.Put([]byte("a")) || s.Put([]byte("a")) || !s.Put([]byte("b")) {
		t.Fatal("wrong answer of Put")
	}
	if len(s.Sums()) != 2 {
		t.Fatalf("got %q", s.Sums())
	}
}

func TestChecksumIsStable(t *testing.T) {
	s := New()
	s.Put([]byte("some payload"))
	first := s.Checksum()
	if first == 0 || s.Checksum() != first {
		t.Fatal("the checksum changes")
	}
	s.Put([]byte("another"))
	if s.Checksum() == first {
		t.Fatal("the new payload does not count")
	}
}

// One token only: with several, the map's keys change under it, as they
// share the buffer that tokens are read into.
func TestSessionsTotal(t *testing.T) {
	sessions := NewSessions()
	err := sessions.Record(strings.NewReader("t1 hello\nt1 hi\n"))
	if err != nil || sessions.Total() != 7 {
		t.Fatalf("got %d, %v", sessions.Total(), err)
	}
}

func TestLabels(t *testing.T) {
	var labels Labels
	labels.Scan("a: 1\nb: 2\na: 3\nnone\n")
	if labels.Count("a") != 2 || labels.Count("b") != 1 || labels.Count("none") != 0 {
		t.Fatal("wrong counts")
	}
}
