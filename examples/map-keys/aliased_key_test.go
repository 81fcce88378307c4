package mapkeys

import (
	"encoding/binary"
	"testing"
	"unsafe"
)

// view is a string that shares the memory of b.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// lost is how many of 1000 keys are not found any more, after they were put into a map by way of one buffer.
func lost(key func(b []byte) string) int {
	m := make(map[string]int)
	buffer := make([]byte, 8)
	for i := 0; i < 1000; i++ {
		binary.LittleEndian.PutUint64(buffer, uint64(i))
		m[key(buffer)] = i
	}
	lost := 0
	for i := 0; i < 1000; i++ {
		binary.LittleEndian.PutUint64(buffer, uint64(i))
		if got, ok := m[string(buffer)]; !ok || got != i {
			lost++
		}
	}
	return lost
}

func TestAliasedKeysAreLost(t *testing.T) {
	if n := lost(func(b []byte) string { return string(b) }); n != 0 {
		t.Fatalf("%d copies were lost", n)
	}
	if n := lost(view); n < 900 {
		t.Fatalf("only %d views were lost", n)
	}
}

// An entry whose key has changed is found under neither key, and cannot be deleted.
func TestAliasedKeysCannotBeDeleted(t *testing.T) {
	buffer := []byte("before")
	m := map[string]int{view(buffer): 1}
	copy(buffer, "after.")
	_, before := m["before"]
	delete(m, "before")
	delete(m, "after.")
	if before || len(m) != 1 {
		t.Fatalf("found: %v, entries: %d", before, len(m))
	}
}

// An assignment to a key that is there gives the map the new key, so it is no way out to have a copy there first.
func TestAssignmentReplacesTheKey(t *testing.T) {
	buffer := []byte("key")
	m := map[string]int{string(buffer): 1}
	m[view(buffer)]++
	copy(buffer, "xxx")
	if m["key"] == 2 {
		t.Fatal("the map has kept its own key")
	}
}

func BenchmarkAliased(b *testing.B) {
	m := fillString()
	b.Run("look-up-copy", func(b *testing.B) { each(b, func(sum []byte) int { return m[string(sum)] }) })
	b.Run("look-up-view", func(b *testing.B) { each(b, func(sum []byte) int { return m[view(sum)] }) })
	for _, way := range []struct {
		name string
		key  func(b []byte) string
	}{{"store-copy", func(b []byte) string { return string(b) }}, {"store-view", view}} {
		b.Run(way.name, func(b *testing.B) {
			n := 0
			for i := 0; i < b.N; i++ {
				n = lost(way.key)
			}
			b.ReportMetric(float64(n), "lost/1000")
		})
	}
}
