package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A listed package is what go list says of it.
type listedPackage struct {
	ImportPath, Dir, Name, ForTest string
	GoFiles, CgoFiles              []string
	IgnoredGoFiles                 []string
	ImportMap                      map[string]string
	DepOnly                        bool
	Module                         *struct{ GoVersion string }
	Error                          *struct{ Err string }
}

// A loader type-checks packages from their sources; of dependencies, only the declarations.
type loader struct {
	fset    *token.FileSet
	listed  map[string]*listedPackage
	files   map[string]*ast.File
	texts   map[string][]byte
	checked map[string]*types.Package
	// By directory: the files that this build leaves out.
	ignored map[string][]string
	// Of constants: where they have their values from, and whether other builds have others (platform.go).
	definitions map[*types.Const]definition
	varying     map[*types.Const]bool
	elsewhere   map[string]map[string]bool
}

func newLoader(list []*listedPackage) *loader {
	l := &loader{
		fset:    token.NewFileSet(),
		listed:  map[string]*listedPackage{},
		files:   map[string]*ast.File{},
		texts:   map[string][]byte{},
		checked: map[string]*types.Package{},

		ignored:     map[string][]string{},
		definitions: map[*types.Const]definition{},
		varying:     map[*types.Const]bool{},
		elsewhere:   map[string]map[string]bool{},
	}
	for _, p := range list {
		l.listed[p.ImportPath] = p
		if p.IgnoredGoFiles != nil {
			l.ignored[p.Dir] = p.IgnoredGoFiles
		}
	}
	return l
}

// goList lists the packages that the patterns mean in the working directory, with their tests and dependencies.
func goList(patterns []string) ([]*listedPackage, error) {
	fields := "ImportPath,Dir,Name,ForTest,GoFiles,CgoFiles,IgnoredGoFiles,ImportMap,DepOnly,Module,Error"
	args := append([]string{"list", "-e", "-deps", "-test", "-json=" + fields}, patterns...)
	command := exec.Command("go", args...)
	command.Stderr = os.Stderr
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	var list []*listedPackage
	for decoder := json.NewDecoder(out); ; {
		p := new(listedPackage)
		if err := decoder.Decode(p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, command.Wait()
}

// path is what other packages import it by; a package that is compiled once more for a test has the same.
func (p *listedPackage) path() string {
	path, _, _ := strings.Cut(p.ImportPath, " ")
	return path
}

func (l *loader) parse(p *listedPackage) ([]*ast.File, error) {
	var files []*ast.File
	for _, name := range p.GoFiles {
		path := filepath.Join(p.Dir, name)
		if l.files[path] == nil {
			text, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			file, err := parser.ParseFile(l.fset, path, text, parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			l.files[path], l.texts[path] = file, text
		}
		files = append(files, l.files[path])
	}
	return files, nil
}

// check type-checks a package; of a dependency only the declarations.
func (l *loader) check(p *listedPackage, info *types.Info, isDependency bool) (*types.Package, error) {
	files, err := l.parse(p)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s has no Go files", p.ImportPath)
	}
	config := types.Config{
		Importer:         importerOf{l, p},
		Sizes:            types.SizesFor("gc", build.Default.GOARCH),
		IgnoreFuncBodies: isDependency,
	}
	if p.Module != nil && p.Module.GoVersion != "" {
		config.GoVersion = "go" + p.Module.GoVersion
	}
	pkg, err := config.Check(p.path(), l.fset, files, info)
	for _, file := range files {
		l.addDefinitions(p, file, info)
	}
	return pkg, err
}

type importerOf struct {
	*loader
	from *listedPackage
}

func (i importerOf) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if mapped, ok := i.from.ImportMap[path]; ok {
		path = mapped
	}
	if pkg := i.checked[path]; pkg != nil {
		return pkg, nil
	}
	p := i.listed[path]
	if p == nil {
		return nil, fmt.Errorf("go list does not have %s", path)
	}
	pkg, err := i.check(p, newInfo(), true)
	if err != nil {
		return nil, err
	}
	i.checked[path] = pkg
	return pkg, nil
}
