// Package p does nothing.
package p
