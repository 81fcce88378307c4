package main

import (
	"go/ast"
	"go/token"
	"go/types"
)

// addSwitchVariables adds the places where type switches declare a variable, where go/types has none.
func (c *collector) addSwitchVariables(facts *fileFacts, file *ast.File, pkg *types.Package) {
	ast.Inspect(file, func(node ast.Node) bool {
		if statement, ok := node.(*ast.TypeSwitchStmt); ok {
			if assign, ok := statement.Assign.(*ast.AssignStmt); ok {
				id := assign.Lhs[0].(*ast.Ident)
				c.switchVariables[id.Pos()] = true
				variable := types.NewVar(id.Pos(), pkg, id.Name, types.Typ[types.Invalid])
				facts.Identifiers = append(facts.Identifiers, c.offset(id.Pos()), c.object(variable))
			}
		}
		return true
	})
}

// signaturesIn finds the types of functions that are part of a declaration: no expression stands there.
func signaturesIn(file *ast.File) map[ast.Node]bool {
	signatures := map[ast.Node]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncDecl:
			signatures[node.Type] = true
		case *ast.FuncLit:
			signatures[node.Type] = true
		case *ast.InterfaceType:
			for _, method := range node.Methods.List {
				if len(method.Names) > 0 {
					signatures[method.Type] = true
				}
			}
		}
		return true
	})
	return signatures
}

func (c *collector) findRepeated(file *ast.File) {
	ast.Inspect(file, func(node ast.Node) bool {
		group, ok := node.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST || len(group.Specs) == 0 {
			return true
		}
		for i, spec := range group.Specs[1:] {
			if spec.(*ast.ValueSpec).Values != nil {
				continue
			}
			for _, value := range group.Specs[i].(*ast.ValueSpec).Values {
				ast.Inspect(value, func(node ast.Node) bool {
					if expr, ok := node.(ast.Expr); ok {
						c.repeated[expr] = true
					}
					return true
				})
			}
		}
		return true
	})
}
