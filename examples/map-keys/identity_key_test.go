package mapkeys

import (
	"encoding/binary"
	"runtime"
	"testing"
	"unsafe"
)

// identity says which memory a slice is in, and nothing of what is there.
type identity struct {
	Data     uintptr
	Len, Cap int
}

func identityOf(b []byte) identity { return *(*identity)(unsafe.Pointer(&b)) }

func TestIdentityKeysMissEqualBytes(t *testing.T) {
	m := map[identity]int{identityOf([]byte("same")): 1}
	if _, ok := m[identityOf(append([]byte(nil), "same"...))]; ok {
		t.Fatal("equal bytes in other memory were found")
	}
}

func TestIdentityKeysHitChangedBytes(t *testing.T) {
	buffer := []byte("one")
	m := map[identity]int{identityOf(buffer): 1}
	copy(buffer, "two")
	if m[identityOf(buffer)] != 1 {
		t.Fatal("the changed bytes were not found under the key of the old ones")
	}
}

// wrongHits is how many of 1000 new slices are found in a map of slices that are gone: a uintptr keeps no memory
// alive, so that the collector gives it to others.
func wrongHits() int {
	m := make(map[identity]uint64)
	for i := uint64(0); i < 1000; i++ {
		m[identityOf(fresh(i))] = i
	}
	runtime.GC()
	wrong := 0
	for i := uint64(1000); i < 2000; i++ {
		if _, ok := m[identityOf(fresh(i))]; ok {
			wrong++
		}
	}
	return wrong
}

//go:noinline
func fresh(i uint64) []byte { return binary.LittleEndian.AppendUint64(make([]byte, 0, 48), i) }

func TestIdentityKeysHitOtherSlices(t *testing.T) {
	for round := 0; round < 20; round++ {
		if wrongHits() > 0 {
			return
		}
	}
	t.Fatal("no memory was used again")
}

func BenchmarkIdentity(b *testing.B) {
	hits := 0
	for i := 0; i < b.N; i++ {
		hits += wrongHits()
	}
	b.ReportMetric(float64(hits)/float64(b.N), "wrong-hits/1000")
}
