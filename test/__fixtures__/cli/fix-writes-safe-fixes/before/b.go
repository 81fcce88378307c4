// Package p does nothing.
// +build linux
package p
