package fixture

import "fmt"

func drive() {
	for _, size := range []int{0, 1, 3, 100} {
		p := newPages(size)
		p.name = "page"[:size%5]
		for i := 0; i < 5; i++ {
			at := p.last(float64(i))
			fmt.Println(at == nil, at != nil && *(*float64)(at) == float64(i), p.numbers, len(p.numbers), cap(p.numbers), p.size())
			if i == 2 {
				p.header = nil
				p.numbers = append(p.numbers, 7)
				p.numbers = p.numbers[: len(p.numbers) : len(p.numbers)+i]
			}
		}
	}
	q := &page{bytes: []byte("ab")}
	fmt.Println(q.other == nil)
	q.open()
	fmt.Println(q.other == nil)
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println((&pages{}).size())
	}()
}
