//go:build !cgo
// +build !cgo

package old
