//+build !cgo

package old
