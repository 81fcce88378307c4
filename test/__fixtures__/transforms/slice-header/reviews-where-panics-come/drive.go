package fixture

import "fmt"

func attempt(name string, f func() any) {
	defer func() {
		if reason := recover(); reason != nil {
			fmt.Println(name, "panics:", reason)
		}
	}()
	fmt.Println(name, f())
}

func drive() {
	log := func() int { fmt.Println("called"); return 1 }
	for _, ok := range []bool{true, false} {
		attempt("maybe", func() any { return maybe(&holder{[]byte("a")}, ok) })
		attempt("maybe", func() any { return maybe(nil, ok) })
	}
	for _, a := range [][]byte{nil, {}, []byte("text")} {
		attempt("beside", func() any { n, b := beside(a, log); return fmt.Sprint(n, b) })
		for _, n := range []int{0, 3} {
			attempt("divided", func() any { m, b := divided(a, n); return fmt.Sprint(m, b) })
		}
		for _, n := range []*int{nil, new(int)} {
			attempt("twoPanics", func() any { return len(twoPanics(a, n)) })
		}
		attempt("afterEffect", func() any { return afterEffect(a) })
		fmt.Println(total)
		attempt("betweenWrites", func() any { return betweenWrites(a, a, log) })
		fmt.Println(total)
		attempt("onePanic", func() any { return string(onePanic(a)) })
	}
	s := "text"
	for _, i := range []int{0, 3} {
		attempt("compared", func() any { return compared(&s, []string{s}, i) })
		attempt("compared", func() any { return compared(nil, []string{s}, i) })
	}
	for _, p := range []*holder{nil, {}, {[]byte("text")}} {
		attempt("first", func() any { return first(p, func(n, c int) int { fmt.Println("called"); return n }) })
		attempt("copied", func() any { n, _ := copied(p); return n })
	}
}
