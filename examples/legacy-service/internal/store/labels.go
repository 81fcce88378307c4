package store

import "strings"

// Labels counts lines by the label in front of the first colon.
type Labels struct {
	counts map[string]int
}

// Scan counts the lines of a text, which may be large.
func (l *Labels) Scan(text string) {
	if l.counts == nil {
		l.counts = make(map[string]int)
	}
	for _, line := range strings.Split(text, "\n") {
		if colon := strings.IndexByte(line, ':'); colon >= 0 {
			label := line[:colon]
			l.counts[label]++
		}
	}
}

// Count tells how many lines had a label.
func (l *Labels) Count(label string) int { return l.counts[label] }
