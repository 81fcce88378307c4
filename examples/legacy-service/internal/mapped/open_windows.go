//+build windows

package mapped

import (
	"os"
	"reflect"
	"syscall"
	"unsafe"
)

type sliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

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
	size := int(info.Size())
	if size == 0 {
		return &File{close: func() error { return nil }}, nil
	}
	mapping, err := syscall.CreateFileMapping(syscall.Handle(file.Fd()), nil, syscall.PAGE_READONLY, 0, 0, nil)
	if err != nil {
		return nil, err
	}
	address, err := syscall.MapViewOfFile(mapping, syscall.FILE_MAP_READ, 0, 0, uintptr(size))
	if err != nil {
		syscall.CloseHandle(mapping)
		return nil, err
	}

	var data []byte
	header := (*sliceHeader)(unsafe.Pointer(&data))
	header.Data = address
	header.Len = size
	header.Cap = size
	return &File{Data: data, close: func() error { return unmap(data, mapping) }}, nil
}

func unmap(data []byte, mapping syscall.Handle) error {
	header := (*reflect.SliceHeader)(unsafe.Pointer(&data))
	if err := syscall.UnmapViewOfFile(header.Data); err != nil {
		return err
	}
	return syscall.CloseHandle(mapping)
}
