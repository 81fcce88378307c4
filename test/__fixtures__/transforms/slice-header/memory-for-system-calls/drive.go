package fixture

import (
	"fmt"
	"os"
)

func drive() {
	for _, text := range []string{"", "a", "some text"[2:6]} {
		for _, write := range []func(uintptr){
			func(fd uintptr) { held(fd, text) },
			func(fd uintptr) { given(fd, text) },
			func(fd uintptr) { bytes(fd, []byte(text)) },
		} {
			from, to, err := os.Pipe()
			if err != nil {
				panic(err)
			}
			write(to.Fd())
			to.Close()
			read := make([]byte, 100)
			n, _ := from.Read(read)
			from.Close()
			fmt.Printf("%q\n", read[:n])
		}
	}
}
