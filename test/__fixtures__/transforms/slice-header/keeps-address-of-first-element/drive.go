package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	for _, v := range [][]uint32{{}, nil, {1}, {1, 2, 3}, make([]uint32, 2, 7)} {
		show("guarded", guarded(v))
		attempt(func() { show("bytes", bytesOf(v)) })
	}
	attempt(func() { fmt.Println(text([]byte("abc"))) })
	attempt(func() { fmt.Println(text(nil)) })
}

func attempt(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}
