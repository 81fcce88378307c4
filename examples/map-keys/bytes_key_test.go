package mapkeys

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"runtime"
	"testing"
)

const entries = 100_000

// sums are keys as they come out of a hash: slices of 32 bytes.
var sums = func() [][]byte {
	sums := make([][]byte, entries)
	for i := range sums {
		sum := sha256.Sum256(binary.LittleEndian.AppendUint64(nil, uint64(i)))
		sums[i] = append([]byte(nil), sum[:]...)
	}
	return sums
}()

func fillString() map[string]int {
	m := make(map[string]int)
	for i, sum := range sums {
		m[string(sum)] = i
	}
	return m
}

func fillArray() map[[32]byte]int {
	m := make(map[[32]byte]int)
	for i, sum := range sums {
		m[[32]byte(sum)] = i
	}
	return m
}

func fillHex() map[string]int {
	m := make(map[string]int)
	for i, sum := range sums {
		m[hex.EncodeToString(sum)] = i
	}
	return m
}

var sink any

// Each operation fills a map with 100000 entries.
func BenchmarkFill(b *testing.B) {
	b.Run("string", func(b *testing.B) { fill(b, func() any { return fillString() }) })
	b.Run("array", func(b *testing.B) { fill(b, func() any { return fillArray() }) })
	b.Run("hex", func(b *testing.B) { fill(b, func() any { return fillHex() }) })
}

func fill(b *testing.B, make func() any) {
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		sink = make()
	}
	b.StopTimer()
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/entries, "ns/entry")
	b.ReportMetric(liveBytes(make)/entries, "live-B/entry")
}

// liveBytes is how much memory stays in use for what is made.
func liveBytes(make func() any) float64 {
	var before, after runtime.MemStats
	sink = nil
	runtime.GC()
	runtime.ReadMemStats(&before)
	sink = make()
	runtime.GC()
	runtime.ReadMemStats(&after)
	return float64(after.HeapAlloc) - float64(before.HeapAlloc)
}

// Each operation looks one key up that is there.
func BenchmarkLookup(b *testing.B) {
	b.Run("string", func(b *testing.B) {
		m := fillString()
		each(b, func(sum []byte) int { return m[string(sum)] })
	})
	b.Run("array", func(b *testing.B) {
		m := fillArray()
		each(b, func(sum []byte) int { return m[[32]byte(sum)] })
	})
	b.Run("hex", func(b *testing.B) {
		m := fillHex()
		each(b, func(sum []byte) int { return m[hex.EncodeToString(sum)] })
	})
	b.Run("string-variable", func(b *testing.B) {
		m := fillString()
		each(b, func(sum []byte) int {
			key := string(sum) // more than 32 bytes would be on the heap
			return m[key]
		})
	})
}

// Each operation assigns to a key that is there.
func BenchmarkAssign(b *testing.B) {
	b.Run("string", func(b *testing.B) {
		m := fillString()
		each(b, func(sum []byte) int { m[string(sum)] = 1; return 0 })
	})
	b.Run("array", func(b *testing.B) {
		m := fillArray()
		each(b, func(sum []byte) int { m[[32]byte(sum)] = 1; return 0 })
	})
	b.Run("hex", func(b *testing.B) {
		m := fillHex()
		each(b, func(sum []byte) int { m[hex.EncodeToString(sum)] = 1; return 0 })
	})
}

var total int

func each(b *testing.B, use func(sum []byte) int) {
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		total += use(sums[i%entries])
	}
}

// A key is a copy: it stays as it is when its bytes change.
func TestStringKeysAreCopies(t *testing.T) {
	buffer := []byte("one")
	m := map[string]int{string(buffer): 1}
	copy(buffer, "two")
	if m["one"] != 1 || m["two"] != 0 {
		t.Fatalf("got %v", m)
	}
}

func TestLookupsDoNotAllocate(t *testing.T) {
	m := fillString()
	if n := testing.AllocsPerRun(100, func() { total += m[string(sums[0])] }); n != 0 {
		t.Fatalf("a look-up allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { m[string(sums[0])]++ }); n != 1 {
		t.Fatalf("an assignment to a key that is there allocates %v times", n)
	}
}

// What JSON makes of keys that are no text: two become one.
func TestJSONManglesBytes(t *testing.T) {
	encoded, err := json.Marshal(map[string]int{"\xff": 1, "\xfe": 2})
	if err != nil {
		t.Fatal(err)
	}
	var decoded map[string]int
	if err := json.Unmarshal(encoded, &decoded); err != nil || len(decoded) != 1 {
		t.Fatalf("%s becomes %v, %v", encoded, decoded, err)
	}
	if _, err := json.Marshal(map[[1]byte]int{{1}: 1}); err == nil {
		t.Fatal("an array as a key has no text for JSON")
	}
}

// The conversion of a slice to an array panics when there are too few bytes, and drops what is too many.
func TestArraysHaveOneLength(t *testing.T) {
	long := append([]byte(nil), sums[0]...)
	long = append(long, 'x')
	if [32]byte(long) != [32]byte(sums[0]) {
		t.Fatal("what is too long is not cut")
	}
	defer func() {
		if recover() == nil {
			t.Fatal("no panic for what is too short")
		}
	}()
	_ = [32]byte(sums[0][:31])
}
