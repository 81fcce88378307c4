package fixture

import (
	"fmt"
	"strings"
)

func drive() {
	h := &hosts{requests: map[string]int{}}
	err := h.read(strings.NewReader("a GET /\nb GET /\n\na GET /x\n none\na\x00 GET /\n"))
	fmt.Println(h.requests, err)
}
