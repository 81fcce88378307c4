package p

import "fmt"

func show(name string, b []byte) {
	fmt.Printf("%s: len %d cap %d nil %t %q\n", name, len(b), cap(b), b == nil, b)
}

func drive() {
	for _, v := range [][]float64{nil, {}, {1}, make([]float64, 3, 9), make([]float64, 100)} {
		b := floats(v)
		show("floats", b)
		if len(v) > 0 {
			v[0] = 2
			show("seen", b[:8])
		}
	}
	for _, n := range []int{0, 4, 8, 400} {
		w := words(make([]byte, n, n+16))
		fmt.Println(len(w), cap(w), w == nil)
	}
	fmt.Println(words(nil) == nil, words([]byte{}) == nil)
	for _, v := range [][]uint16{nil, {}, {0x4141, 0x4242}, make([]uint16, 2, 5)} {
		show("halves", halves(v))
	}
}
