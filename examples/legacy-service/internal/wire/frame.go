// Package wire encodes the frames that collectors send: a kind, a length and a payload.
package wire

import (
	"encoding/binary"
	"errors"
	"unsafe"
)

// Kind says what a frame carries.
type Kind uint8

// The kinds of frames.
const (
	KindText Kind = iota + 1
	KindSamples
)

const headerSize = 5

// ErrShort means that a frame ends before its payload does.
var ErrShort = errors.New("wire: frame is cut short")

// AppendText appends a frame that carries text.
func AppendText(dst []byte, text string) []byte {
	dst = appendHeader(dst, KindText, len(text))
	return append(dst, stringToBytes(text)...)
}

// AppendSamples appends a frame that carries samples in the byte order of this machine.
func AppendSamples(dst []byte, samples []float32) []byte {
	dst = appendHeader(dst, KindSamples, len(samples)*4)
	return append(dst, floatBytes(samples)...)
}

// Next splits the first frame off data. The payload shares memory with data.
func Next(data []byte) (kind Kind, payload, rest []byte, err error) {
	if len(data) < headerSize {
		return 0, nil, nil, ErrShort
	}
	size := int(binary.BigEndian.Uint32(data[1:headerSize]))
	if len(data)-headerSize < size {
		return 0, nil, nil, ErrShort
	}
	body := data[headerSize:]
	return Kind(data[0]), body[:size], body[size:], nil
}

// Text is the payload as text; it is only valid as long as the frame is.
func Text(payload []byte) string {
	return bytesToString(payload)
}

// Fold mixes the payload into 32 bits, a word at a time.
func Fold(payload []byte) uint32 {
	var sum uint32
	for _, word := range words(payload) {
		sum = sum<<5 ^ sum>>27 ^ word
	}
	for _, b := range payload[len(payload)/4*4:] {
		sum = sum<<5 ^ sum>>27 ^ uint32(b)
	}
	return sum
}

// HasPrefix reports whether the payload begins with text.
func HasPrefix(payload []byte, text string) bool {
	want := unsafeBytes(text)
	if len(payload) < len(want) {
		return false
	}
	for i := range want {
		if payload[i] != want[i] {
			return false
		}
	}
	return true
}

// SharesBuffer reports whether two payloads begin at the same place in memory.
func SharesBuffer(a, b []byte) bool {
	return len(a) > 0 && len(b) > 0 && address(a) == address(b)
}

// Raw is the memory of the first n samples.
func Raw(samples []float32, n int) []byte {
	if n == 0 || n > len(samples) {
		return nil
	}
	return view(unsafe.Pointer(&samples[0]), n*4)
}

func appendHeader(dst []byte, kind Kind, size int) []byte {
	var header [headerSize]byte
	header[0] = byte(kind)
	binary.BigEndian.PutUint32(header[1:], uint32(size))
	return append(dst, header[:]...)
}
