package p

import (
	"encoding/binary"
	"fmt"
)

func drive() {
	memory := make([]byte, 64)
	for i := range memory {
		memory[i] = byte(i / 4)
	}
	for _, n := range []int{0, 1, 4} {
		w := words(memory[:n:8])
		fmt.Println(w, len(w), cap(w), w == nil)
	}
	w := words(nil)
	fmt.Println(len(w), cap(w), w == nil)
	words(memory[:4:8])[1] = 0
	fmt.Println(binary.LittleEndian.Uint32(memory[4:]))
}
