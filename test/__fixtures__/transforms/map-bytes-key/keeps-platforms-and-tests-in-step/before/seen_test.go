package fixture

import "testing"

func TestNote(t *testing.T) {
	noteAll([]digest{{1}, {1}, {2}})
	note(nil)
	if seen["\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"] != 2 || len(seen) != 2 {
		t.Fatalf("got %d", len(seen))
	}
	for key := range seen {
		t.Logf("%x", key)
	}
}
