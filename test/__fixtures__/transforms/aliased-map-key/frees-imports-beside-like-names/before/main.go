package main

import (
	"fmt"

	"example.com/fixture/common/util"
	"example.com/fixture/engine/common"
	v2 "example.com/fixture/log/v2"
)

var seen = map[string]int{}

func add(b []byte) {
	if _, ok := seen[util.UnsafeBytesToString(b)]; !ok {
		seen[util.UnsafeBytesToString(b)] = common.Size
	}
}

func main() {
	add([]byte("ab"))
	fmt.Println(seen, v2.Count(seen))
}
