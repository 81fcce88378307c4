package main

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"
)

type id [4]byte

func main() {
	names := map[string]string{}
	for _, i := range []id{{1}, {2, 'x'}, {}} {
		names[string(i[:])] = hex.EncodeToString(i[:])
	}

	var keys []string
	var copies [][]byte
	var joined []byte
	for k, name := range names {
		if k[0] == 0 || len(k) == 0 || strings.HasPrefix(k, "y") || (k) == "abcd" {
			continue
		}
		keys = append(keys, k)
		copies = append(copies, []byte(k))
		joined = append(joined, []byte(k)...)
		if bytes.Equal([]byte(k), joined) && names[k] == name {
			delete(names, k)
		}
		fmt.Printf("%x %q %s\n", len(k[1:]), name+k, hex.EncodeToString([]byte(k)))
	}
	for range names {
	}
	for _, name := range names {
		fmt.Println(name)
	}
	sort.Strings(keys)
	fmt.Println(keys, copies)
}
