package p

import (
	"fmt"
	"unsafe"
)

func attempt(name string, f func()) {
	defer func() {
		if reason := recover(); reason != nil {
			fmt.Println(name, "panics:", reason)
		}
	}()
	f()
}

func show(name string, b []byte, from []byte) {
	fmt.Printf("%s: %d %d %t %q %t\n", name, len(b), cap(b), b == nil, b, unsafe.SliceData(b) == unsafe.SliceData(from))
}

func drive() {
	for _, b := range [][]byte{nil, {}, []byte("a"), make([]byte, 3, 9), []byte("some text")[2:6]} {
		attempt("guarded", func() { show("guarded", guarded(b), b) })
		attempt("recovered", func() { fmt.Printf("recovered: %d\n", len(recovered(b))) })
		for _, d := range []int{1, 2, 0} {
			attempt("dropped", func() { fmt.Printf("dropped %d: %q\n", d, dropped(b, d)) })
		}
		attempt("kept", func() {
			address, n := kept(b)
			fmt.Println("kept:", address == uintptr(unsafe.Pointer(unsafe.SliceData(b))), n)
		})
		for less := 0; less <= len(b); less++ {
			attempt("counted", func() { show("counted", counted(b, less), b) })
		}
		attempt("alone", func() {
			s := alone(b)
			fmt.Printf("alone: %q %t\n", s, unsafe.StringData(s) == unsafe.SliceData(b))
		})
	}
}
