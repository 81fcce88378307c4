package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
)

// A definition of a constant: the expression may stand in the declaration before.
type definition struct {
	of   *listedPackage
	expr ast.Expr
	info *types.Info
}

// addDefinitions keeps where the constants of a file have their values from.
func (l *loader) addDefinitions(p *listedPackage, file *ast.File, info *types.Info) {
	ast.Inspect(file, func(node ast.Node) bool {
		group, ok := node.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			return true
		}
		var values []ast.Expr
		for _, spec := range group.Specs {
			spec := spec.(*ast.ValueSpec)
			if spec.Values != nil {
				values = spec.Values
			}
			for i, name := range spec.Names {
				if object, ok := info.Defs[name].(*types.Const); ok && i < len(values) {
					l.definitions[object] = definition{p, values[i], info}
				}
			}
		}
		return true
	})
}

// dependsOnPlatform tells whether an expression may have another value in another build: it mentions a constant that
// has, the size of a type, or the complement of a word.
func (l *loader) dependsOnPlatform(expr ast.Expr, info *types.Info) bool {
	depends := false
	ast.Inspect(expr, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.UnaryExpr:
			depends = depends || node.Op == token.XOR && isWord(info.TypeOf(node))
		case *ast.Ident:
			switch object := info.Uses[node].(type) {
			case *types.Const:
				depends = depends || l.varies(object)
			case *types.Builtin:
				name := object.Name()
				depends = depends || name == "Sizeof" || name == "Alignof" || name == "Offsetof"
			}
		}
		return !depends
	})
	return depends
}

func isWord(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && (basic.Kind() == types.Uint || basic.Kind() == types.Uintptr)
}

func (l *loader) varies(constant *types.Const) bool {
	if known, ok := l.varying[constant]; ok {
		return known
	}
	definition, ok := l.definitions[constant]
	if !ok {
		return false
	}
	isPackageLevel := constant.Parent() == constant.Pkg().Scope()
	l.varying[constant] = isPackageLevel && l.inOtherBuilds(definition.of)[constant.Name()] ||
		l.dependsOnPlatform(definition.expr, definition.info)
	return l.varying[constant]
}

// inOtherBuilds has the names that files of a package declare which this build leaves out.
func (l *loader) inOtherBuilds(p *listedPackage) map[string]bool {
	key := p.Dir + " " + p.Name
	if known := l.elsewhere[key]; known != nil {
		return known
	}
	names := map[string]bool{}
	l.elsewhere[key] = names
	for _, name := range l.ignored[p.Dir] {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil || file.Name.Name != p.Name {
			continue
		}
		for _, declaration := range file.Decls {
			group, ok := declaration.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range group.Specs {
				if spec, ok := spec.(*ast.ValueSpec); ok {
					for _, name := range spec.Names {
						names[name.Name] = true
					}
				}
			}
		}
	}
	return names
}
