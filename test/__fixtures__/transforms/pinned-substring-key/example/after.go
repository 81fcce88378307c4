package fixture

import (
	"bufio"
	"io"
	"strings"
)

// hosts counts requests by the host that a line of a log begins with.
type hosts struct {
	requests map[string]int
}

func (h *hosts) read(log io.Reader) error {
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		line := lines.Text()
		if end := strings.IndexByte(line, ' '); end > 0 {
			h.requests[strings.Clone(line[:end])]++
		}
	}
	return lines.Err()
}
