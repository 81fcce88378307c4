package fixture

import "fmt"

type key [4]byte

type ranged struct{ ofRanged map[string]int }

func (k key) ranged() ranged {
	t := ranged{ofRanged: map[string]int{}}
	t.ofRanged[string(k[:])] = 1
	return t
}

func showRanged(k key) {
	var v any
	for _, v = range []ranged{k.ranged()} {
		fmt.Println(v)
	}
}

type second struct{ ofSecond map[string]int }

func (k key) second() (int, second) {
	t := second{ofSecond: map[string]int{}}
	t.ofSecond[string(k[:])] = 1
	return 1, t
}

func forwarded(k key) (int, any) { return k.second() }

type passed struct{ ofPassed map[string]int }

func (k key) passed() (int, passed) {
	t := passed{ofPassed: map[string]int{}}
	t.ofPassed[string(k[:])] = 1
	return 1, t
}

func show(n int, v any) { fmt.Println(n, v) }

func showPassed(k key) { show(k.passed()) }

type received struct{ ofReceived map[string]int }

func showReceived(k key) {
	t := received{ofReceived: map[string]int{}}
	t.ofReceived[string(k[:])] = 1
	c := make(chan received, 1)
	c <- t
	var v any
	select {
	case v = <-c:
	}
	fmt.Println(v)
}

func showAll[S any](all []S) { fmt.Println(all) }

type inferred struct{ ofInferred map[string]int }

func showInferred(k key) {
	t := inferred{ofInferred: map[string]int{}}
	t.ofInferred[string(k[:])] = 1
	showAll([]inferred{t})
}

type box[V any] struct{ v V }

func (b box[V]) show() { fmt.Println(b.v) }

type boxed struct{ ofBoxed map[string]int }

func showBoxed(k key) {
	t := boxed{ofBoxed: map[string]int{}}
	t.ofBoxed[string(k[:])] = 1
	box[boxed]{t}.show()
}

type converted struct{ ofConverted map[string]int }

type list []converted

func showConverted(k key) {
	t := converted{ofConverted: map[string]int{}}
	t.ofConverted[string(k[:])] = 1
	fmt.Println([]converted(list{t}))
}

type given struct{ ofGiven map[string]int }

func Walk(k key, f func(*given)) {
	t := &given{ofGiven: map[string]int{}}
	t.ofGiven[string(k[:])] = 1
	f(t)
}

type private struct{ ofPrivate map[string]int }

func (p *private) count(k key) int {
	p.ofPrivate[string(k[:])]++
	return len(p.ofPrivate)
}

func counted(k key) int {
	all := []*private{{ofPrivate: map[string]int{}}}
	for _, p := range all {
		p.count(k)
	}
	byName := map[string]*private{"one": all[0]}
	return byName["one"].count(k)
}
