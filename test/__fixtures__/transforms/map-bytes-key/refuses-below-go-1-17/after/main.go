package main

type peer [16]byte

func main() {
	sizes := map[string]int{}
	note(sizes, make([]byte, 8))
	peers := map[peer]int{}
	var p peer
	peers[p]++
	println(len(sizes), len(peers))
}

func note(sizes map[string]int, b []byte) {
	if len(b) == 8 {
		sizes[string(b)]++
	}
}
