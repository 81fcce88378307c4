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
	switch {
	case len(args) > 1 && args[0] == "api":
		return dumpAPI(args[1:])
	case len(args) > 1 && args[0] == "facts":
		return dumpFacts(args[1:])
	}
	return fmt.Errorf("usage: oracle api package... or oracle facts pattern...")
}
