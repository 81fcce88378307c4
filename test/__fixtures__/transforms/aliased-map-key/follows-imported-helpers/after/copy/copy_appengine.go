//go:build appengine

package copy

// BytesToString copies.
func BytesToString(b []byte) string { return string(b) }
