// +build debug

package trace

import "log"

// Printf logs what a debug build is doing.
func Printf(format string, args ...interface{}) {
	log.Printf(format, args...)
}
