//go:build !debug
// +build !debug

package trace

// Printf does nothing in a release build.
func Printf(format string, args ...interface{}) {}
