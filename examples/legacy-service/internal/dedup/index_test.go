package dedup

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
)

func TestCounts(t *testing.T) {
	index := NewIndex()
	for want := 1; want <= 3; want++ {
		if got := index.Add([]byte("payload")); got != want {
			t.Fatalf("got %d, want %d", got, want)
		}
	}
	sum := sha256.Sum256([]byte("payload"))
	if got, err := index.Count(sum[:]); got != 3 || err != nil {
		t.Fatalf("got %d, %v", got, err)
	}
	if got, err := index.Count(make([]byte, keySize)); got != 0 || err != nil {
		t.Fatalf("got %d, %v for an unknown sum", got, err)
	}
}

func TestCountWantsASum(t *testing.T) {
	if _, err := NewIndex().Count([]byte("short")); err != ErrKeySize {
		t.Fatalf("got %v", err)
	}
}

func TestSumsAreHex(t *testing.T) {
	index := NewIndex()
	index.Add([]byte("a"))
	index.Add([]byte("b"))
	index.Forget([]byte("b"))
	sum := sha256.Sum256([]byte("a"))
	sums := index.Sums()
	if len(sums) != 1 || sums[0] != hex.EncodeToString(sum[:]) {
		t.Fatalf("got %q", sums)
	}
}

func TestSenders(t *testing.T) {
	var senders Senders
	if !senders.Saw(Peer{1}) || senders.Saw(Peer{1}) || !senders.Saw(Peer{2}) || senders.Len() != 2 {
		t.Fatal("wrong senders")
	}
}
