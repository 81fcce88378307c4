package rt

import "unsafe"

type GoSlice struct {
	Ptr unsafe.Pointer
	Len int
	Cap int
}
