package mapkeys

import (
	"fmt"
	"sort"
	"strings"
	"testing"
)

type labels map[string]string

// flattened is a key made of a map as its entries come: another one each time.
func flattened(l labels) string {
	var b strings.Builder
	for name, value := range l {
		fmt.Fprintf(&b, "%s=%s,", name, value)
	}
	return b.String()
}

// sorted has the entries in order and quotes them, so that it says one thing only.
func sorted(l labels) string {
	names := make([]string, 0, len(l))
	for name := range l {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "%q=%q,", name, l[name])
	}
	return b.String()
}

func keysOf(key func(labels) string) int {
	keys := make(map[string]bool)
	for i := 0; i < 1000; i++ {
		keys[key(labels{"a": "1", "b": "2", "c": "3", "d": "4"})] = true
	}
	return len(keys)
}

func TestFlattenedMapsHaveManyKeys(t *testing.T) {
	if n := keysOf(flattened); n < 2 {
		t.Fatal("the entries came in one order")
	}
	if n := keysOf(sorted); n != 1 {
		t.Fatalf("sorted entries make %d keys", n)
	}
}

// %v tells neither nil from empty nor one string from two; %q and %#v do.
func TestFormattedPartsAreOne(t *testing.T) {
	for _, pair := range [][2][]string{{nil, {}}, {{"a b"}, {"a", "b"}}} {
		if fmt.Sprintf("%v", pair[0]) != fmt.Sprintf("%v", pair[1]) {
			t.Fatalf("%%v tells %#v from %#v", pair[0], pair[1])
		}
		if fmt.Sprintf("%#v", pair[0]) == fmt.Sprintf("%#v", pair[1]) {
			t.Fatalf("%%#v does not tell %#v from %#v", pair[0], pair[1])
		}
	}
	if fmt.Sprintf("%q", []string{"a b"}) == fmt.Sprintf("%q", []string{"a", "b"}) {
		t.Fatal("quoted strings are one")
	}
}

// A pointer inside a struct is printed as its address: equal values have other keys.
func TestFormattedPointersAreAddresses(t *testing.T) {
	type point struct{ x *int }
	one, other := 1, 1
	if fmt.Sprintf("%v", point{&one}) == fmt.Sprintf("%v", point{&other}) {
		t.Fatal("equal values have one key")
	}
}

// A struct whose fields can be compared is a key itself, and nothing has to be made.
func TestStructsAreKeys(t *testing.T) {
	type pair struct{ a, b string }
	m := map[pair]int{{"a-b", "c"}: 1}
	if _, ok := m[pair{"a", "b-c"}]; ok {
		t.Fatal("two pairs are one key")
	}
	if fmt.Sprintf("%s-%s", "a-b", "c") != fmt.Sprintf("%s-%s", "a", "b-c") {
		t.Fatal("the separator tells them apart")
	}
}
