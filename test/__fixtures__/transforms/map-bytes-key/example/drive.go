package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

// Lines of equal beginnings with bytes of zero; lines, and the sums that are looked up, in buffers that are used again.
func drive() {
	x := newIndex()
	buffer, sum := make([]byte, 0, 8), make([]byte, sha256.Size)
	random := uint32(1)
	for i := 0; i < 300; i++ {
		random = random*1664525 + 1013904223
		buffer = append(buffer[:0], "a\x00a"[:random>>30]...)
		buffer = append(buffer, byte(random>>24)%4)
		missing := sha256.Sum256(append(buffer, "..."...))
		old := x.count(sum)
		fresh := x.add(buffer)
		now := sha256.Sum256(buffer)
		copy(sum, now[:])
		fmt.Println(old, fresh, x.count(sum), x.count(now[:]), x.count(missing[:]))
		fmt.Println(x.count(sum[:31]), x.count(append(now[:], 0)), x.count(sum[:0]), x.count(nil))
	}
	fmt.Println(len(x.counts))
	for _, line := range lines(x.print) {
		fmt.Println(line)
	}
	for k := range x.counts {
		if fmt.Sprintf("%x", k) == fmt.Sprintf("%x", sum) {
			delete(x.counts, k)
		}
	}
	fmt.Println(len(x.counts))
	fmt.Println(x.count(sum), x.add(buffer), x.count(sum))

	for _, text := range []string{"", "\n\n", "a b\na\na b\n\x00\n\x00\x00\n", "a a a\n\na"} {
		in, out, err := os.Pipe()
		if err != nil {
			panic(err)
		}
		io.WriteString(out, text)
		out.Close()
		os.Stdin = in
		fmt.Println(strings.Join(lines(main), "\n"))
	}
}

// lines gives what f prints, sorted, as loops over maps have no order.
func lines(f func()) []string {
	in, out, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	defer func(old *os.File) { os.Stdout = old }(os.Stdout)
	os.Stdout = out
	f()
	out.Close()
	text, _ := io.ReadAll(in)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	sort.Strings(lines)
	return lines
}
