// The +build lines of this package went in 2021.
// +buildall is another word, and so is +build:fast.

package main

import "fmt"

// main prints a string, see https://go.dev/pkg/go/build/#hdr-Build_Constraints for +build.
func main() {
	fmt.Println("v1.0.0+build", '"', "// a // +builder")
}
