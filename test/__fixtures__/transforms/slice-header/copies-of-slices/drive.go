package fixture

import "fmt"

func drive() {
	texts := func(parts ...string) (all [][]byte) {
		for _, part := range parts {
			all = append(all, []byte(part))
		}
		return all
	}
	// What is copied is as long as what it overwrites, so that no order shows.
	for _, y := range [][][]byte{nil, {}, texts("abc"), texts("xyz", ""), texts("mno", "p", "q")} {
		x := texts("abc", "d")
		n, count := copied(x, y)
		fmt.Printf("%d %d %q\n", n, count, x)

		x = texts("abc", "d")
		n, all := appended(x, y)
		fmt.Printf("%d %q %d %q\n", n, all, cap(all), x)
	}
	for _, x := range [][]byte{nil, {}, []byte("a"), make([]byte, 3, 9)} {
		y := []int{1, 2, 3}
		n, count := numbers(x, y, []int{4, 5}[:len(x)%3])
		fmt.Println(n, count, y)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(copied(nil, texts("a")))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(appended([][]byte{}, texts("a")))
	}()
}
