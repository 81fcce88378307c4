package mapkeys

import (
	"strings"
	"testing"
)

const lines, lineBytes, keyBytes = 10_000, 1024, 8

// fillPinned keeps a count for the first bytes of each line; the lines themselves are not needed any more.
func fillPinned(key func(line string) string) map[string]int {
	m := make(map[string]int)
	for i := 0; i < lines; i++ {
		line := strings.Repeat(string(sums[i][:keyBytes]), lineBytes/keyBytes)
		m[key(line)]++
	}
	return m
}

func substring(line string) string { return line[:keyBytes] }

func cloned(line string) string { return strings.Clone(line[:keyBytes]) }

func TestSubstringsPinTheWhole(t *testing.T) {
	pinned := liveBytes(func() any { return fillPinned(substring) }) / lines
	copied := liveBytes(func() any { return fillPinned(cloned) }) / lines
	if pinned < lineBytes || copied > lineBytes/4 {
		t.Fatalf("%.0f and %.0f bytes an entry", pinned, copied)
	}
}

// Each operation fills a map with 10000 keys of 8 bytes, cut out of lines of 1 KiB.
func BenchmarkPinned(b *testing.B) {
	for _, way := range []struct {
		name string
		key  func(line string) string
	}{{"substring", substring}, {"clone", cloned}} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				sink = fillPinned(way.key)
			}
			b.StopTimer()
			b.ReportMetric(liveBytes(func() any { return fillPinned(way.key) })/lines, "live-B/entry")
		})
	}
}
