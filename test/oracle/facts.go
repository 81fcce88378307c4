package main

import (
	"bufio"
	"encoding/json"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"sort"
	"strings"
)

// What go/types knows of a directory: of its package with in-package tests, and of its external tests.
// Offsets are UTF-16 code units. Lists of numbers are flat, to keep the output small.
type directoryFacts struct {
	Directory string
	Package   string
	// Set when it does not type-check; then nothing else is.
	Error   string `json:",omitempty"`
	Objects []factObject
	Types   []factType
	// With a question mark before it, what other builds may have another value for.
	Constants []string
	Files     []*fileFacts
}

type factObject struct {
	Kind, Name, Package string
	// Where it is declared, if that is in a source file.
	File   string
	Offset int
	// Whether it is a variable whose type is a map.
	IsMap bool `json:",omitempty"`
}

type factType struct {
	Text string
	// The same with type parameters by their index, where it has some.
	Indexed string `json:",omitempty"`
	// What a constant or nil has to be, to be of that type: bool, string, number, nil, or type parameter.
	Holds string
}

type fileFacts struct {
	File string
	// offset, index into Objects
	Identifiers []int
	// start, end, mode, index into Types, index into Constants or -1
	Expressions []int
}

const (
	modeVoid = iota
	modeType
	modeBuiltin
	modeValue
)

// dumpFacts prints a JSON line for each directory that the patterns mean, as the environment builds it.
func dumpFacts(patterns []string) error {
	list, err := goList(patterns)
	if err != nil {
		return err
	}
	l := newLoader(list)
	buffered := bufio.NewWriterSize(os.Stdout, 1<<16)
	out := json.NewEncoder(buffered)
	out.SetEscapeHTML(false)
	for _, group := range byDirectory(list) {
		if err := out.Encode(l.factsOf(group)); err != nil {
			return err
		}
	}
	return buffered.Flush()
}

// byDirectory groups the packages that were asked for. A package whose tests are in the list as one with it is left
// out, since that one has all its files; the main packages of test binaries are no package of anybody.
func byDirectory(list []*listedPackage) [][]*listedPackage {
	withTests := map[string]bool{}
	for _, p := range list {
		if p.ForTest != "" && p.path() == p.ForTest {
			withTests[p.ForTest] = true
		}
	}
	groups := map[string][]*listedPackage{}
	for _, p := range list {
		isTestMain := strings.HasSuffix(p.ImportPath, ".test") && p.Name == "main" && p.ForTest == ""
		isCopy := p.ForTest != "" && p.path() != p.ForTest && p.path() != p.ForTest+"_test"
		if p.DepOnly || isTestMain || isCopy || p.ForTest == "" && withTests[p.ImportPath] || len(p.GoFiles) == 0 {
			continue
		}
		groups[p.Dir] = append(groups[p.Dir], p)
	}
	var sorted [][]*listedPackage
	for _, group := range groups {
		sorted = append(sorted, group)
	}
	sort.Slice(sorted, func(i, j int) bool { return sorted[i][0].Dir < sorted[j][0].Dir })
	return sorted
}

func (l *loader) factsOf(group []*listedPackage) *directoryFacts {
	c := &collector{
		loader: l,
		facts: &directoryFacts{
			Directory: group[0].Dir,
			Package:   strings.TrimSuffix(group[0].path(), "_test"),
			Objects:   []factObject{},
			Types:     []factType{},
			Constants: []string{},
		},
		objects:   map[factObject]int{},
		known:     map[types.Object]int{},
		types:     map[factType]int{},
		constants: map[string]int{},
		files:     map[string]*collectedFile{},
		repeated:  map[ast.Expr]bool{},

		switchVariables: map[token.Pos]bool{},
	}
	for _, p := range group {
		info := newInfo()
		pkg, err := l.check(p, info, false)
		if err != nil {
			return &directoryFacts{Directory: group[0].Dir, Package: c.facts.Package, Error: err.Error()}
		}
		c.collect(pkg, p, info)
	}
	return c.facts
}

func newInfo() *types.Info {
	return &types.Info{
		Types:     map[ast.Expr]types.TypeAndValue{},
		Defs:      map[*ast.Ident]types.Object{},
		Uses:      map[*ast.Ident]types.Object{},
		Instances: map[*ast.Ident]types.Instance{},
	}
}
