package main

import (
	"go/ast"
	"go/types"
)

func isGeneric(t types.Type) bool {
	switch t := t.(type) {
	case *types.Named:
		return t.TypeParams().Len() > 0 && t.TypeArgs().Len() == 0
	case *types.Alias:
		return t.TypeParams().Len() > 0 && t.TypeArgs().Len() == 0
	}
	return false
}

// typeOf is the type of the first value where go/types has both of a comma-ok form, and the type of a generic function
// as it is declared where go/types has the instance that was inferred.
func typeOf(expr ast.Expr, t types.Type, info *types.Info) types.Type {
	name := expr
	if selector, ok := expr.(*ast.SelectorExpr); ok {
		name = selector.Sel
	}
	if id, ok := name.(*ast.Ident); ok && info.Instances[id].Type != nil {
		if function, ok := info.Uses[id].(*types.Func); ok {
			return function.Type()
		}
	}
	if _, isCall := expr.(*ast.CallExpr); isCall {
		return t
	}
	if tuple, ok := t.(*types.Tuple); ok {
		return tuple.At(0).Type()
	}
	return t
}

func indexOf[K comparable](indexes map[K]int, key K, add func(K)) int {
	index, ok := indexes[key]
	if !ok {
		index = len(indexes)
		indexes[key] = index
		add(key)
	}
	return index
}

func (c *collector) typeIndex(t types.Type) int {
	fact := factType{Text: typeString(t, byName), Holds: holds(t)} // two local types may have one text
	if indexed := typeString(t, byIndex); indexed != fact.Text {
		fact.Indexed = indexed
	}
	return indexOf(c.types, fact, func(fact factType) { c.facts.Types = append(c.facts.Types, fact) })
}

func holds(t types.Type) string {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return "type parameter"
	}
	basic, ok := t.Underlying().(*types.Basic)
	switch {
	case !ok:
		if _, ok := t.Underlying().(*types.Struct); ok {
			return ""
		}
		if _, ok := t.Underlying().(*types.Array); ok {
			return ""
		}
		return "nil"
	case basic.Info()&types.IsBoolean != 0:
		return "bool"
	case basic.Info()&types.IsString != 0:
		return "string"
	case basic.Info()&types.IsNumeric != 0:
		return "number"
	}
	return "nil"
}
