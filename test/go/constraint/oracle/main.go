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
	"math/rand/v2"
	"os"
	"strings"
)

type request struct {
	// Line is parsed when Name is empty.
	Line string

	// Name and Text are a file, matched against the rest.
	Name     string
	Text     string
	GOOS     string
	GOARCH   string
	Cgo      bool
	Compiler string
	Tags     []string
	Release  int

	// Table, when there are tags in it, asks for the file's truth table over them instead.
	Table []string
}

type answer struct {
	Expression string   `json:"expression,omitempty"`
	PlusBuild  []string `json:"plusBuild,omitempty"`
	GoVersion  string   `json:"goVersion,omitempty"`
	Error      string   `json:"error,omitempty"`
	Offset     int      `json:"offset"`
	Match      bool     `json:"match"`
	Table      string   `json:"table,omitempty"`
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
		if len(r.Table) > 0 {
			a = table(r)
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
		GOOS: r.GOOS, GOARCH: r.GOARCH, CgoEnabled: r.Cgo, BuildTags: r.Tags, Compiler: r.Compiler,
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

// maxTags bounds what is tried in full; of larger tables so many rows are drawn, with few and with many of the tags.
const maxTags = 12

var densities = []float64{0, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1}

// table matches the file on a platform that sets no tags by itself, for each combination of the tags.
func table(r request) answer {
	random := rand.New(rand.NewPCG(1, 2))
	var bits strings.Builder
	for row := range 1 << min(len(r.Table), maxTags) {
		r.Tags = nil
		for i, tag := range r.Table {
			chosen := row>>i&1 == 1
			if len(r.Table) > maxTags {
				chosen = random.Float64() < densities[row%len(densities)]
			}
			if chosen {
				r.Tags = append(r.Tags, tag)
			}
		}
		a := match(r)
		if a.Error != "" {
			return a
		}
		if a.Match {
			bits.WriteByte('1')
		} else {
			bits.WriteByte('0')
		}
	}
	return answer{Table: bits.String()}
}
