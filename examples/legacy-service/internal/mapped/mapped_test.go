package mapped

import (
	"io/ioutil"
	"os"
	"path/filepath"
	"testing"
)

func TestOpen(t *testing.T) {
	directory, err := ioutil.TempDir("", "mapped")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(directory)
	for _, text := range []string{"", "some text"} {
		path := filepath.Join(directory, "file")
		if err := ioutil.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(file.Data) != text {
			t.Fatalf("got %q", file.Data)
		}
		if file.Close() != nil || file.Close() == nil {
			t.Fatal("a file can be closed once")
		}
	}
}
