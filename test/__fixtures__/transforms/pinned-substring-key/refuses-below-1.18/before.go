package fixture

import "strings"

type hosts struct {
	requests map[string]int
}

func (h *hosts) count(line string) {
	if end := strings.IndexByte(line, ' '); end > 0 {
		h.requests[line[:end]]++
	}
}
