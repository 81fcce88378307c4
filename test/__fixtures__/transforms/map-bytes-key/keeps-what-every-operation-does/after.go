package main

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"
)

type digest [8]byte

type table struct {
	values map[digest][]int
	gone   map[digest]struct{}
}

func newTable() *table {
	return &table{values: map[digest][]int{}}
}

func (t *table) put(d digest, value int) {
	t.values[d] = append(t.values[d], value)
}

func (t *table) putPointer(d *digest, value int) {
	key := *d
	d[0]++ // the key is a copy
	t.values[key] = append(t.values[key], value)
}

func (t *table) putBytes(b []byte, value int) bool {
	if len(b) != 8 || b == nil {
		return false
	}
	t.values[digest(b)] = append(t.values[digest(b)], value)
	return true
}

func (t *table) drop(b []byte) (dropped bool) {
	if len(b) == 8 {
		if _, dropped = t.values[digest(b)]; dropped {
			delete(t.values, digest(b))
			if t.gone == nil {
				t.gone = make(map[digest]struct{}, 1)
			}
			t.gone[digest(b[:8])] = struct{}{}
		}
	}
	return dropped
}

func (t *table) wasDropped(d digest) bool {
	_, ok := t.gone[d]
	return ok
}

func (t *table) lines(prefix string) []string {
	var lines []string
	var all [][]byte
	for k, values := range t.values {
		if strings.HasPrefix(string(k[:]), prefix) && string(k[:]) >= prefix && len(k) == 8 {
			lines = append(lines, fmt.Sprintf("%q %x %s %d %v", string(k[:]), []byte(string(k[:])), hex.EncodeToString(k[:]), k[7], values))
		}
		all = append(all, []byte(string(k[:])))
	}
	for _, each := range all {
		each[0] ^= 0xff // copies too
	}
	sort.Slice(all, func(i, j int) bool { return bytes.Compare(all[i], all[j]) < 0 })
	sort.Strings(lines)
	return append(lines, fmt.Sprintf("%x", all))
}

func main() {
	fmt.Println(newTable().lines(""))
}
