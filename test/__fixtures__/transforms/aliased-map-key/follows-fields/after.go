package fixture

import (
	"strings"
	"unsafe"
)

type parser struct {
	key   string
	lines int
}

type record struct{ name string }

func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

func (p *parser) scan(line []byte) {
	p.key = b2s(line)
	p.lines++
}

func (p *parser) reset() { p.key = "" }

func (p *parser) count(m map[string]int) {
	if m[p.key] < 9 {
		m[strings.Clone(p.key)]++
	}
	m[strings.Clone(p.key)] = p.next()
}

func (p *parser) next() int {
	return p.lines
}

func records(lines [][]byte) map[string]*record {
	m := map[string]*record{}
	for _, line := range lines {
		r := &record{name: b2s(line)}
		m[strings.Clone(r.name)] = r
	}
	positional := record{b2s(lines[0])}
	m[strings.Clone(positional.name)] = nil
	return m
}
