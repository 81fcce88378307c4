package fixture

import (
	"syscall"
	"unsafe"
)

func held(fd uintptr, s string) {
	p := unsafe.Pointer(unsafe.StringData(s))
	syscall.Syscall(syscall.SYS_WRITE, fd, uintptr(p), uintptr(len(s)))
}

func given(fd uintptr, s string) {
	syscall.Syscall(syscall.SYS_WRITE, fd, uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(len(s)))
}

func bytes(fd uintptr, b []byte) {
	syscall.Syscall(syscall.SYS_WRITE, fd, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)))
}
