package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
)

// Exported is for others to use.
var Exported = map[string]int{}

type set map[string]bool

func main() {
	sum := sha256.Sum256(nil)
	short := [20]byte{}

	mixed := map[string]int{}
	mixed[string(sum[:])] = 1
	mixed[string(short[:])] = 2

	text := map[string]int{}
	text[string(sum[:])] = 1
	text[fmt.Sprint(1)] = 2

	encoded := map[string]int{string(sum[:]): 1}
	data, _ := json.Marshal(encoded)

	printed := map[string]int{string(sum[:]): 1}
	fmt.Println(printed)

	Exported[string(sum[:])]++

	named := set{}
	named[string(sum[:])] = true

	sent := make(chan map[string]int, 1)
	inChannel := map[string]int{string(sum[:]): 1}
	sent <- inChannel

	pointed := map[string]int{}
	pointer := &pointed
	(*pointer)["x"] = 1
	pointed[string(sum[:])] = 1

	nested := map[int]map[string]int{0: {}}
	nested[0][string(sum[:])] = 1

	captured := map[string]int{}
	func(m map[string]int) { m["x"] = 1 }(captured)
	captured[string(sum[:])] = 1

	assigned := map[string]int{}
	key := string(sum[:])
	key = key[:3]
	assigned[key] = 1

	large := map[string]int{}
	var block [256]byte
	large[string(block[:])] = 1

	loop := map[string]int{}
	loop[string(sum[:])] = 1
	var last string
	for last = range loop {
	}

	cut := map[string]int{}
	cut[string(sum[:len(data)%32])] = 1
	fmt.Println(last)
}
