// The oracle prints what go/types knows, for comparison with what gomend works out. Tests run it; it is not shipped.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 || args[0] != "api" {
		return fmt.Errorf("usage: oracle api package...")
	}
	return dumpAPI(args[1:])
}
