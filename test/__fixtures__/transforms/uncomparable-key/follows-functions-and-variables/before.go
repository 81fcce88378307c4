package fixture

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

type point struct {
	x, y int
	next *point
}

type pair struct{ a, b string }

type name string

var seen = map[string]bool{}

var named = map[name]bool{}

func keyOf(p point) string { return fmt.Sprint(p) }

func (p pair) key() string { return fmt.Sprintf("%+v", p) }

func mark(p *point, q pair, lists [][]string, m map[string]string, f func()) {
	seen[keyOf(*p)] = true
	seen[q.key()] = true
	key := fmt.Sprintf("%d %% %s", len(lists), lists)
	if !seen[key] {
		seen[key] = true
	}
	named[name(fmt.Sprintln(m))] = true
	seen[fmt.Sprint(f)] = true
	_ = seen[fmt.Sprintf("%v", p)]
}

func ordered(m map[string]int) {
	text := ""
	for k := range m {
		text += k + ";"
	}
	seen[text] = true
	seen[text+"!"] = true

	var parts []string
	for k, v := range m {
		part := fmt.Sprintf("%s=%d", k, v)
		parts = append(parts, part)
	}
	joined := strings.Join(parts, ",")
	seen[joined] = true

	hash := sha256.New()
	for k := range m {
		hash.Write([]byte(k))
	}
	seen[string(hash.Sum(nil))] = true
}
