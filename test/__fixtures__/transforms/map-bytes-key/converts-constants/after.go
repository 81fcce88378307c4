package main

import "fmt"

const start = "\x00\x01\x02\x03"

type formats struct {
	names map[[4]byte]string // by magic number
	count int                // of names
}

func main() {
	names := map[[4]byte]string{ // by magic number
		{'G', 'I', 'F', '8'}:   "gif", // old
		{0x89, 'P', 'N', 'G'}:  "png", // newer
		{'B', 'M', 0x5c, 0x27}: "none",
		[4]byte([]byte(start)): "start",

		[4]byte([]byte{'R', 'I', 'F', 'F'}): "riff",
	}
	known := formats{names, len(names)} // all
	var magic [4]byte                   // none
	for i := range magic {
		magic[i] = start[i]
	}
	fmt.Println(known.names[magic], names[[4]byte([]byte(start))], names[[4]byte{'G', 'I', 'F', '8'}], known.count)
}
