package wire

import (
	"bytes"
	"testing"
)

func TestTextComesBack(t *testing.T) {
	data := AppendText(nil, "hello")
	data = AppendText(data, "")
	kind, payload, rest, err := Next(data)
	if err != nil || kind != KindText || Text(payload) != "hello" {
		t.Fatalf("got %d %q %v", kind, payload, err)
	}
	kind, payload, rest, err = Next(rest)
	if err != nil || kind != KindText || Text(payload) != "" || len(rest) != 0 {
		t.Fatalf("got %d %q, %d bytes left, %v", kind, payload, len(rest), err)
	}
}

func TestSamplesAreFourBytesEach(t *testing.T) {
	_, payload, _, err := Next(AppendSamples(nil, []float32{1, 2, 3}))
	if err != nil || len(payload) != 12 {
		t.Fatalf("got %d bytes, %v", len(payload), err)
	}
	if !bytes.Equal(payload[:8], Raw([]float32{1, 2}, 2)) {
		t.Fatal("the memory of the samples differs")
	}
}

func TestCutFrames(t *testing.T) {
	data := AppendText(nil, "hello")
	for n := 0; n < len(data); n++ {
		if _, _, _, err := Next(data[:n]); err != ErrShort {
			t.Fatalf("%d bytes: got %v", n, err)
		}
	}
}

func TestFoldDependsOnEveryByte(t *testing.T) {
	seen := map[uint32]bool{}
	for n := 0; n <= 9; n++ {
		payload := bytes.Repeat([]byte{'x'}, 9)
		if n < 9 {
			payload[n] = 'y'
		}
		if seen[Fold(payload)] {
			t.Fatalf("byte %d does not count", n)
		}
		seen[Fold(payload)] = true
	}
}

func TestHasPrefix(t *testing.T) {
	if !HasPrefix([]byte("hello"), "he") || HasPrefix([]byte("h"), "he") || !HasPrefix(nil, "") {
		t.Fatal("wrong prefix")
	}
}

func TestSharesBuffer(t *testing.T) {
	a := []byte("abc")
	if !SharesBuffer(a, a[:1]) || SharesBuffer(a, []byte("xyz")) || SharesBuffer(nil, nil) {
		t.Fatal("wrong answer")
	}
}
