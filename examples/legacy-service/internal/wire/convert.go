package wire

import (
	"reflect"
	"runtime"
	"unsafe"
)

// stringToBytes returns the bytes of s without copying them.
// The result must not be written to.
func stringToBytes(s string) []byte {
	var b []byte
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data = sh.Data
	bh.Len = sh.Len
	bh.Cap = sh.Len
	runtime.KeepAlive(&s)
	return b
}

// bytesToString returns b as a string without copying it.
// b must not change while the string is in use.
func bytesToString(b []byte) string {
	return *(*string)(unsafe.Pointer(&b))
}

// unsafeBytes is stringToBytes for callers that only read from index 0 on.
func unsafeBytes(s string) []byte {
	if s == "" {
		return nil
	}
	return *(*[]byte)(unsafe.Pointer(&s))
}

// words reinterprets b as 32-bit words; trailing bytes are left out.
func words(b []byte) []uint32 {
	if len(b) < 4 {
		return nil
	}
	header := *(*reflect.SliceHeader)(unsafe.Pointer(&b))
	header.Len /= 4
	header.Cap /= 4
	return *(*[]uint32)(unsafe.Pointer(&header))
}

// floatBytes is the memory of samples.
func floatBytes(samples []float32) []byte {
	if len(samples) == 0 {
		return nil
	}
	n := len(samples) * 4
	return (*[1 << 30]byte)(unsafe.Pointer(&samples[0]))[:n:n]
}

// view makes a slice of n bytes at p.
func view(p unsafe.Pointer, n int) []byte {
	return *(*[]byte)(unsafe.Pointer(&reflect.SliceHeader{
		Data: uintptr(p),
		Len:  n,
		Cap:  n,
	}))
}

// address tells where the bytes of b are; two frames that share a buffer have it in common.
func address(b []byte) uintptr {
	return (*reflect.SliceHeader)(unsafe.Pointer(&b)).Data
}
