package p

import "fmt"

func drive() {
	b := make([]byte, 10, 20)
	fmt.Println(address(b) == address(b[:0]), address(nil) == 0)
	fmt.Println(overlap(b[:5], b[3:]), overlap(b[:5], b[5:]), overlap(nil, b))
	v := []int{1, 2}
	fmt.Println(sameArray(v, v[:1]), sameArray(v, v[1:]), sameArray(nil, nil))
	fmt.Println(sizes(b, "text"))
	fmt.Println(first("abc"))
}
