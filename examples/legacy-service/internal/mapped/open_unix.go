// +build linux darwin
// +build !appengine

package mapped

import (
	"os"
	"syscall"
)

// Open maps a file into memory.
func Open(path string) (*File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() == 0 {
		return &File{close: func() error { return nil }}, nil
	}
	data, err := syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, err
	}
	return &File{Data: data, close: func() error { return syscall.Munmap(data) }}, nil
}
