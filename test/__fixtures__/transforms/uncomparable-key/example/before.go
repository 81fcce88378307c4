package fixture

import (
	"fmt"
	"strings"
)

type query struct {
	table   string
	columns []string
	filter  map[string]string
}

func (q *query) key() string {
	var b strings.Builder
	b.WriteString(q.table)
	for column, value := range q.filter {
		fmt.Fprintf(&b, ",%s=%s", column, value)
	}
	return b.String()
}

var results = map[string]int{}

func count(q *query, rows int) {
	results[q.key()] = rows
	results[fmt.Sprintf("%s/%v", q.table, q.columns)] = rows
}
