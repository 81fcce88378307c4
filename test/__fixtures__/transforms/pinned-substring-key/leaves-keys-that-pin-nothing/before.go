package fixture

import (
	"bufio"
	"fmt"
	"strings"
)

const alphabet = "abcdefghijklmnopqrstuvwxyz"

var known = map[string]int{}

var byValue = map[string]string{}

type parser struct {
	text  string
	names map[string]int
	lines []string
}

type entry struct{ name string }

var entries = map[string]*entry{}

// The map goes with the function.
func distinct(line string) int {
	seen := map[string]bool{}
	for _, word := range strings.Fields(line) {
		seen[word] = true
	}
	return len(seen)
}

// Look-ups keep nothing.
func count(line string, i int) int {
	delete(known, line[i:])
	return known[line[:i]]
}

// Almost the whole of the string.
func trimmed(line string) {
	known[line[1:]]++
	known[strings.TrimSpace(line)]++
	known[line[:len(line)-1]]++
	known[strings.TrimPrefix(line, "-")[2:]]++
}

// The whole, copies, and constants.
func others(line string, b []byte, i int) {
	known[line]++
	known[string(b)]++
	known[string(b[:i])]++
	known[strings.ToUpper(line[:i])]++
	known[line[:i]+"!"]++
	known[fmt.Sprint(line[:i])]++
	known[strings.Clone(line[:i])]++
	known[alphabet[:i]]++
}

// What is kept anyway.
func kept(p *parser, line string, i int, out chan<- string) string {
	p.names[p.text[:i]]++
	key, value, _ := strings.Cut(line, "=")
	byValue[key] = value
	return line
}

func keptByValue(line string) {
	key, value, _ := strings.Cut(line, "=")
	byValue[key] = value
	name, rest, _ := strings.Cut(value, " ")
	entries[name] = &entry{name: rest}
}

func keptByField(p *parser, line string, i int) {
	p.lines = append(p.lines, line)
	known[line[:i]]++
}

func sent(out chan<- string, s *bufio.Scanner, i int) {
	line := s.Text()
	known[line[:i]]++
	out <- line
}

// Strings of a caller's slice, of a function, of a field, of several places.
func elsewhere(lines []string, get func() string, i int, b bool) {
	for _, line := range lines {
		known[line[:i]]++
	}
	line := get()
	known[line[:i]]++
	other := lines[0]
	if b {
		other = get()
	}
	known[other[:i]]++
}

func arrays(m map[[1]string]int, n map[int]string, line string, i int) {
	m[[1]string{line[:i]}]++
	n[i] = line[:i]
}

// Ends of one string overlap.
func ends(name string) {
	for i := range name {
		known[name[i:]]++
		end := name[i+1:]
		known[end]++
	}
}

// The whole is a key as well.
func whole(b []byte, i int) {
	name := string(b)
	known[name]++
	known[name[:i]]++
}
