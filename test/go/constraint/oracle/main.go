// Command oracle answers questions about build constraints with Go's own packages.
// It reads one JSON request a line from standard input and writes one JSON answer a line.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"go/build"
	"go/build/constraint"
	"io"
	"os"
	"strings"
)

type request struct {
	// Line is parsed when Name is empty.
	Line string

	// Name and Text are a file, matched against the rest.
	Name    string
	Text    string
	GOOS    string
	GOARCH  string
	Cgo     bool
	Tags    []string
	Release int
}

type answer struct {
	Expression string   `json:"expression,omitempty"`
	PlusBuild  []string `json:"plusBuild,omitempty"`
	GoVersion  string   `json:"goVersion,omitempty"`
	Error      string   `json:"error,omitempty"`
	Offset     int      `json:"offset"`
	Match      bool     `json:"match"`
}

func main() {
	requests := bufio.NewReader(os.Stdin)
	answers := bufio.NewWriter(os.Stdout)
	defer answers.Flush()
	decoder := json.NewDecoder(requests)
	encoder := json.NewEncoder(answers)
	for {
		var r request
		if err := decoder.Decode(&r); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		a := parse(r)
		if r.Name != "" {
			a = match(r)
		}
		encoder.Encode(a)
	}
}

func parse(r request) answer {
	x, err := constraint.Parse(r.Line)
	if err != nil {
		a := answer{Error: err.Error()}
		var syntax *constraint.SyntaxError
		if errors.As(err, &syntax) {
			a.Offset = syntax.Offset
		}
		return a
	}
	// Too complex an expression has no lines.
	lines, _ := constraint.PlusBuildLines(x)
	return answer{Expression: x.String(), PlusBuild: lines, GoVersion: constraint.GoVersion(x)}
}

func match(r request) answer {
	context := build.Context{
		GOOS: r.GOOS, GOARCH: r.GOARCH, CgoEnabled: r.Cgo, BuildTags: r.Tags, Compiler: "gc",
		OpenFile: func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(r.Text)), nil },
	}
	for n := 1; n <= r.Release; n++ {
		context.ReleaseTags = append(context.ReleaseTags, fmt.Sprintf("go1.%d", n))
	}
	ok, err := context.MatchFile("dir", r.Name)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Match: ok}
}
