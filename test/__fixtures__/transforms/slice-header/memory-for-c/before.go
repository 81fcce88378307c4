package fixture

import (
	"reflect"
	"syscall"
	"unsafe"
)

func length(s string) (uintptr, syscall.Errno) {
	header := (*reflect.StringHeader)(unsafe.Pointer(&s))
	_, _, err := syscall.Syscall(syscall.SYS_WRITE, 1, header.Data, uintptr(header.Len))
	return header.Data, err
}

func pointer(s string) unsafe.Pointer {
	return unsafe.Pointer((*reflect.StringHeader)(unsafe.Pointer(&s)).Data)
}

func bytes(b []byte) {
	header := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	syscall.RawSyscall(syscall.SYS_WRITE, 1, header.Data, uintptr(header.Len))
}

func isEmpty(s string) bool {
	return (*reflect.StringHeader)(unsafe.Pointer(&s)).Data == 0
}
