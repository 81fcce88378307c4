package fixture

import "fmt"

type key [4]byte

type ranged struct{ ofRanged map[key]int }

func (k key) ranged() ranged {
	t := ranged{ofRanged: map[key]int{}}
	t.ofRanged[k] = 1
	return t
}

func showRanged(k key) {
	var v any
	for _, v = range []ranged{k.ranged()} {
		fmt.Println(v)
	}
}

type second struct{ ofSecond map[key]int }

func (k key) second() (int, second) {
	t := second{ofSecond: map[key]int{}}
	t.ofSecond[k] = 1
	return 1, t
}

func forwarded(k key) (int, any) { return k.second() }

type passed struct{ ofPassed map[key]int }

func (k key) passed() (int, passed) {
	t := passed{ofPassed: map[key]int{}}
	t.ofPassed[k] = 1
	return 1, t
}

func show(n int, v any) { fmt.Println(n, v) }

func showPassed(k key) { show(k.passed()) }

type received struct{ ofReceived map[key]int }

func showReceived(k key) {
	t := received{ofReceived: map[key]int{}}
	t.ofReceived[k] = 1
	c := make(chan received, 1)
	c <- t
	var v any
	select {
	case v = <-c:
	}
	fmt.Println(v)
}

func showAll[S any](all []S) { fmt.Println(all) }

type inferred struct{ ofInferred map[key]int }

func showInferred(k key) {
	t := inferred{ofInferred: map[key]int{}}
	t.ofInferred[k] = 1
	showAll([]inferred{t})
}

type box[V any] struct{ v V }

func (b box[V]) show() { fmt.Println(b.v) }

type boxed struct{ ofBoxed map[key]int }

func showBoxed(k key) {
	t := boxed{ofBoxed: map[key]int{}}
	t.ofBoxed[k] = 1
	box[boxed]{t}.show()
}

type converted struct{ ofConverted map[key]int }

type list []converted

func showConverted(k key) {
	t := converted{ofConverted: map[key]int{}}
	t.ofConverted[k] = 1
	fmt.Println([]converted(list{t}))
}

type given struct{ ofGiven map[key]int }

func Walk(k key, f func(*given)) {
	t := &given{ofGiven: map[key]int{}}
	t.ofGiven[k] = 1
	f(t)
}

type private struct{ ofPrivate map[key]int }

func (p *private) count(k key) int {
	p.ofPrivate[k]++
	return len(p.ofPrivate)
}

func counted(k key) int {
	all := []*private{{ofPrivate: map[key]int{}}}
	for _, p := range all {
		p.count(k)
	}
	byName := map[string]*private{"one": all[0]}
	return byName["one"].count(k)
}
