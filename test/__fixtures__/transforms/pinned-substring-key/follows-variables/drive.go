package fixture

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
)

func drive() {
	words(" a bc a\xff  \x00 ")
	ordered("abc", 2, func() int { return 1 })
	fmt.Println(fields([]byte("a,b,,a,a b")), fields(nil))
	m := map[string]int{}
	r := bufio.NewReader(strings.NewReader("k = v\n  k=\nx\n k\n"))
	for cut(r, m) == nil {
	}
	fmt.Println(m)
	first(bytes.NewBufferString("abcdef"))
	x := &index{terms: map[string][]int{}}
	for id, line := range []string{"a:b", "c:b", "d", ":"} {
		x.add(line, id)
	}
	fmt.Println(x.terms)
	value, ok := x.Load("b")
	fmt.Println(value, ok)
	show()
}
