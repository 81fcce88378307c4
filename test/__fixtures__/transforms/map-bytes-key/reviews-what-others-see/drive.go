package fixture

import "fmt"

func showAny[S any](v S) { fmt.Println(v) }

func drive() {
	for _, k := range []key{{'a', 'b', 'c', 'd'}, {'x', 'y', 'z', '0'}} {
		showRanged(k)
		fmt.Println(forwarded(k))
		showPassed(k)
		showReceived(k)
		showInferred(k)
		showBoxed(k)
		showConverted(k)
		Walk(k, showAny)
		fmt.Println(counted(k))
	}
}
