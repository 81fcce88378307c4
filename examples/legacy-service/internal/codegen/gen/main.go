// +build ignore

// Gen writes the head of a platform file to standard output: go run main.go mapped linux darwin
// +build tools
package main

import (
	"fmt"
	"os"

	"example.com/legacy-service/internal/codegen"
)

func main() {
	fmt.Print(codegen.Platform(os.Args[1], os.Args[2:]...))
}
