package main

import (
	"fmt"
	"go/types"
	"strings"
)

func (c *collector) object(object types.Object) int {
	switch o := object.(type) {
	case *types.Var:
		object = o.Origin()
	case *types.Func:
		object = o.Origin()
	}
	if index, ok := c.known[object]; ok {
		return index
	}
	fact := factObject{Kind: kindOf(object), Name: object.Name()}
	if object.Pkg() != nil {
		fact.Package = object.Pkg().Path()
	}
	if name, ok := object.(*types.PkgName); ok {
		fact.Package = strings.TrimPrefix(name.Imported().Path(), "vendor/") // as the standard library writes it
	} else if object.Pos().IsValid() {
		fact.File, fact.Offset = c.fset.File(object.Pos()).Name(), c.offset(object.Pos())
	}
	if fact.Kind == "var" && !c.switchVariables[object.Pos()] {
		_, fact.IsMap = object.Type().Underlying().(*types.Map)
	}
	index := indexOf(c.objects, fact, func(fact factObject) { c.facts.Objects = append(c.facts.Objects, fact) })
	c.known[object] = index
	return index
}

func kindOf(object types.Object) string {
	switch object := object.(type) {
	case *types.PkgName:
		return "package"
	case *types.Const:
		return "const"
	case *types.TypeName:
		return "type"
	case *types.Var:
		if object.IsField() {
			return "field"
		}
		return "var"
	case *types.Func:
		return "func"
	case *types.Label:
		return "label"
	case *types.Builtin:
		return "builtin"
	case *types.Nil:
		return "nil"
	}
	panic(fmt.Sprintf("no kind for %T", object))
}
