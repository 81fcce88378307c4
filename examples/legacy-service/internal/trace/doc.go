// Package trace logs what the service does, in builds with the tag debug.
package trace
