package fixture

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"sync"
)

type name string

var seen = map[string]bool{}

var byName = map[name]int{}

type index struct {
	sync.Map
	terms map[string][]int
}

func words(text string) {
	for _, word := range strings.Fields(text) {
		seen[word] = true
	}
}

func fields(data []byte) map[string]int {
	counts := make(map[string]int)
	parts := strings.Split(string(data), ",")
	for i := range parts {
		counts[parts[i]] += i
	}
	counts[parts[0]]++
	return counts
}

func cut(r *bufio.Reader, m map[string]int) error {
	line, err := r.ReadString('\n')
	if err != nil {
		return err
	}
	line = strings.TrimSpace(line)
	key, value, ok := strings.Cut(line, "=")
	if ok {
		m[key] = len(value)
	}
	return nil
}

func first(b *bytes.Buffer) {
	text := b.String()
	head := text[:4]
	byName[name(head)]++
	byName[(name)(text[len(text)-2:])]++
}

func (x *index) add(line string, id int) {
	rest := line[strings.IndexByte(line, ':')+1:]
	x.terms[rest] = append(x.terms[rest], id)
	x.Store(rest, id)
	x.Map.LoadOrStore(line[:1], id)
}

// The function may be of use before or after the key.
func ordered(line string, at int, next func() int) {
	seen[line[:at]] = next() > 0
}

func show() { fmt.Println(seen, byName) }
