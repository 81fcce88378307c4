package codegen

import (
	"strings"
	"testing"
)

func TestPlatform(t *testing.T) {
	got := Platform("mapped", "linux", "darwin")
	if !strings.Contains(got, "+build linux darwin\n") || !strings.HasSuffix(got, "package mapped\n") {
		t.Fatalf("got %q", got)
	}
}
