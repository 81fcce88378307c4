package main

import (
	"encoding/json"
	"go/build"
	"go/importer"
	"go/token"
	"go/types"
	"os"
)

type apiObject struct {
	Package, Name, Kind      string
	Type                     string            `json:",omitempty"`
	Value                    string            `json:",omitempty"`
	Parameters               []string          `json:",omitempty"`
	Fields, InterfaceMethods map[string]string `json:",omitempty"`
	Embedded                 []string          `json:",omitempty"`
	Methods, PointerMethods  map[string]string `json:",omitempty"`
	Unexported               bool              `json:",omitempty"`
}

// dumpAPI prints what the packages export, one JSON object a line.
func dumpAPI(paths []string) error {
	build.Default.CgoEnabled = false // the source importer would run cgo
	from := importer.ForCompiler(token.NewFileSet(), "source", nil)
	out := json.NewEncoder(os.Stdout)
	for _, path := range paths {
		pkg, err := from.Import(path)
		if err != nil {
			return err
		}
		for _, name := range pkg.Scope().Names() {
			if !token.IsExported(name) {
				continue
			}
			if err := out.Encode(apiOf(pkg.Scope().Lookup(name))); err != nil {
				return err
			}
		}
	}
	return nil
}

func apiOf(object types.Object) apiObject {
	api := apiObject{Package: object.Pkg().Path(), Name: object.Name()}
	text := func(t types.Type) string { return typeString(t, byIndex) }
	switch object := object.(type) {
	case *types.Const:
		api.Kind, api.Type, api.Value = "const", text(object.Type()), object.Val().ExactString()
	case *types.Var:
		api.Kind, api.Type = "var", text(object.Type())
	case *types.Func:
		api.Kind, api.Type = "func", text(object.Type())
	case *types.TypeName:
		if object.IsAlias() {
			api.Kind, api.Type = "alias", text(object.Type())
			break
		}
		describeType(&api, object.Type().(*types.Named), text)
	}
	return api
}

func describeType(api *apiObject, named *types.Named, text func(types.Type) string) {
	api.Kind = "type"
	for i := range named.TypeParams().Len() {
		api.Parameters = append(api.Parameters, text(named.TypeParams().At(i).Constraint()))
	}
	switch underlying := named.Underlying().(type) {
	case *types.Struct:
		api.Kind = "struct"
		api.Fields = map[string]string{}
		for i := range underlying.NumFields() {
			field := underlying.Field(i)
			switch {
			case !field.Exported():
			case field.Embedded():
				api.Embedded = append(api.Embedded, text(field.Type()))
			default:
				api.Fields[field.Name()] = text(field.Type())
			}
		}
	case *types.Interface:
		api.Kind = "interface"
		api.InterfaceMethods = map[string]string{}
		for i := range underlying.NumMethods() {
			method := underlying.Method(i)
			if method.Exported() {
				api.InterfaceMethods[method.Name()] = text(method.Signature())
			} else {
				api.Unexported = true
			}
		}
		return
	default:
		api.Type = text(underlying)
	}
	api.Methods, api.PointerMethods = map[string]string{}, map[string]string{}
	ofValue, ofPointer := types.NewMethodSet(named), types.NewMethodSet(types.NewPointer(named))
	for i := range ofPointer.Len() {
		method := ofPointer.At(i)
		if !method.Obj().Exported() {
			continue
		}
		group := api.PointerMethods
		if ofValue.Lookup(nil, method.Obj().Name()) != nil {
			group = api.Methods
		}
		group[method.Obj().Name()] = text(method.Type())
	}
}
