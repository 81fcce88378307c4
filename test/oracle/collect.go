package main

import (
	"go/ast"
	"go/token"
	"go/types"
)

type collector struct {
	*loader
	facts     *directoryFacts
	objects   map[factObject]int
	known     map[types.Object]int
	types     map[factType]int
	constants map[string]int
	files     map[string]*collectedFile
	// The variables of type switches: each clause has one of its own type, declared at the same place.
	switchVariables map[token.Pos]bool
	// Expressions that constant declarations repeat; go/types has their last value.
	repeated map[ast.Expr]bool
}

type collectedFile struct {
	*fileFacts
	// The UTF-16 offset of each byte; nil when the file is ASCII.
	units []int
}

func (c *collector) collect(pkg *types.Package, p *listedPackage, info *types.Info) {
	files, _ := c.parse(p) // they were parsed before
	for _, file := range files {
		path := c.fset.File(file.FileStart).Name()
		facts := &fileFacts{File: path, Identifiers: []int{}, Expressions: []int{}}
		c.facts.Files = append(c.facts.Files, facts)
		c.addSwitchVariables(facts, file, pkg)
		c.findRepeated(file)
		noExpressions := signaturesIn(file)
		ast.Inspect(file, func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.Ident:
				c.addIdentifier(facts, node, pkg, info)
				c.addExpression(facts, node, info)
			case *ast.ParenExpr, *ast.Ellipsis:
			case ast.Expr:
				if !noExpressions[node] {
					c.addExpression(facts, node, info)
				}
			}
			return true
		})
	}
}

func (c *collector) addIdentifier(facts *fileFacts, id *ast.Ident, pkg *types.Package, info *types.Info) {
	object := info.Uses[id] // of an embedded field it is the type, and the field is declared there too
	if object == nil {
		object = info.Defs[id]
	}
	if object == nil || id.Name == "_" || id.Name == "." {
		return
	}
	facts.Identifiers = append(facts.Identifiers, c.offset(id.Pos()), c.object(object))
}

func (c *collector) addExpression(facts *fileFacts, expr ast.Expr, info *types.Info) {
	tv, ok := info.Types[expr]
	if !ok {
		return
	}
	mode, typeIndex, value := modeValue, -1, -1
	switch {
	case tv.IsVoid():
		mode = modeVoid
	case tv.IsBuiltin():
		mode = modeBuiltin
	case tv.IsType():
		mode = modeType
	}
	if mode == modeType && isGeneric(tv.Type) {
		return // it is a type only with arguments
	}
	if mode == modeType || mode == modeValue {
		typeIndex = c.typeIndex(typeOf(expr, tv.Type, info))
	}
	if tv.Value != nil {
		text := constantText(tv.Value)
		if c.repeated[expr] {
			text = "~"
		}
		if c.dependsOnPlatform(expr, info) {
			text = "?" + text
		}
		value = indexOf(c.constants, text, func(text string) {
			c.facts.Constants = append(c.facts.Constants, text)
		})
	}
	facts.Expressions = append(facts.Expressions, c.offset(expr.Pos()), c.offset(expr.End()), mode, typeIndex, value)
}
