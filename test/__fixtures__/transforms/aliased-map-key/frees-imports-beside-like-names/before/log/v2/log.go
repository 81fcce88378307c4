// Package log is imported by another name.
package log

// Count is a number.
func Count(m map[string]int) int { return len(m) }
