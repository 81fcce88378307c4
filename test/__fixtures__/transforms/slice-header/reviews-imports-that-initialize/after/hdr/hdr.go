package hdr

import "unsafe"

type GoSlice struct {
	Ptr unsafe.Pointer
	Len int
	Cap int
}

func init() { println("registered") }
