package fixture

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"time"
)

type point struct{ x, y int }

type user struct {
	id   int
	name string
}

type version struct{ parts []string }

func (v version) String() string { return strings.Join(v.parts, ".") }

var seen = map[string]int{}

var errOdd = errors.New("odd")

func mark(p point, u user, v version, t time.Time, numbers []int, names []string, b []byte, any interface{}) {
	seen[fmt.Sprint(p)]++
	seen[fmt.Sprintf("%v", u)]++
	seen[fmt.Sprintf("%v %v", v, t)]++
	seen[fmt.Sprintf("%v", numbers)]++
	seen[fmt.Sprintf("%q %#v", names, names)]++
	seen[fmt.Sprintf("%s-%s", u.name, b)]++
	seen[fmt.Sprint(any, errOdd)]++
	seen[fmt.Sprintf("%T%p", names, &p)]++
	seen[fmt.Sprintf("%*d%[1]v", 3, names)]++
}

func sorted(m map[string]int) {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	sort.Strings(names)
	seen[strings.Join(names, ",")]++
}

func counted(m map[string]int, list []string) {
	dots, sum := "", 0
	for range m {
		dots += "."
	}
	for _, n := range m {
		sum += n
		dots += "."
	}
	for _, name := range list {
		dots += name
	}
	seen[dots]++
	seen[fmt.Sprint(sum)]++
}

// The key is made before the loop, or of one entry.
func before(m map[string]int) {
	text := "m"
	seen[text]++
	for name := range m {
		key := "entry"
		key += name
		seen[key]++
		text += name
	}
	fmt.Println(text)
}

// One entry at a time, and how many there are.
func elements(m map[string]int) {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	for i := range names {
		key := names[i][1:]
		seen[key]++
	}
	seen[fmt.Sprint(len(names))]++
}
