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
	names := map[id]string{}
	for _, i := range []id{{1}, {2, 'x'}, {}} {
		names[i] = hex.EncodeToString(i[:])
	}

	var keys []string
	var copies [][]byte
	var joined []byte
	for k, name := range names {
		if k[0] == 0 || len(k) == 0 || strings.HasPrefix(string(k[:]), "y") || (string(k[:])) == "abcd" {
			continue
		}
		keys = append(keys, string(k[:]))
		copies = append(copies, []byte(string(k[:])))
		joined = append(joined, k[:]...)
		if bytes.Equal(k[:], joined) && names[k] == name {
			delete(names, k)
		}
		fmt.Printf("%x %q %s\n", len(string(k[:])[1:]), name+string(k[:]), hex.EncodeToString(k[:]))
	}
	for range names {
	}
	for _, name := range names {
		fmt.Println(name)
	}
	sort.Strings(keys)
	fmt.Println(keys, copies)
}
