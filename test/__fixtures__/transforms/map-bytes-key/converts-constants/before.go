package main

import "fmt"

const start = "\x00\x01\x02\x03"

type formats struct {
	names map[string]string // by magic number
	count int               // of names
}

func main() {
	names := map[string]string{ // by magic number
		"GIF8":    "gif", // old
		"\x89PNG": "png", // newer
		"BM\\'":   "none",
		start:     "start",

		string([]byte{'R', 'I', 'F', 'F'}): "riff",
	}
	known := formats{names, len(names)} // all
	var magic [4]byte                   // none
	for i := range magic {
		magic[i] = start[i]
	}
	fmt.Println(known.names[string(magic[:])], names[start], names["GIF8"], known.count)
}
