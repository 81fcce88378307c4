package fixture

import (
	"crypto/sha256"
	"fmt"
)

func drive() {
	for _, data := range []string{"", "\x00", "a", "ab", "a"} {
		add([]byte(data))
	}
	sum := sha256.Sum256([]byte("a"))
	fmt.Println(count(sum[:]))
	sum[31]++
	fmt.Println(count(sum[:]))
	p := newPeers()
	p.add(make([]byte, 20), &[20]byte{1})
	fmt.Println(len(p.byID))
	long := append(sum[:], 0)
	fmt.Println(try(func() { fmt.Println(count(sum[:31])) }), try(func() { fmt.Println(count(long)) }), try(func() { forget(nil) }))
	show()
}

func try(f func()) (failed any) {
	defer func() { failed = recover() }()
	f()
	return nil
}
