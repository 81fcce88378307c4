package main

import (
	"fmt"
	"go/types"
	"strings"
)

// A typeWriter prints types so that identical types have one text: full package paths, no parameter names,
// aliases resolved, uint8 for byte, int32 for rune, interface{} for any.
type typeWriter struct {
	strings.Builder
	parameterName func(*types.TypeParam) string
}

func typeString(t types.Type, parameterName func(*types.TypeParam) string) string {
	w := typeWriter{parameterName: parameterName}
	w.write(t)
	return w.String()
}

func byName(p *types.TypeParam) string  { return p.Obj().Name() }
func byIndex(p *types.TypeParam) string { return fmt.Sprintf("$%d", p.Index()) }

func (w *typeWriter) write(t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		w.WriteString(basicName(t))
	case *types.Pointer:
		w.WriteString("*")
		w.write(t.Elem())
	case *types.Slice:
		w.WriteString("[]")
		w.write(t.Elem())
	case *types.Array:
		fmt.Fprintf(w, "[%d]", t.Len())
		w.write(t.Elem())
	case *types.Map:
		w.WriteString("map[")
		w.write(t.Key())
		w.WriteString("]")
		w.write(t.Elem())
	case *types.Chan:
		w.writeChan(t)
	case *types.Signature:
		w.WriteString("func")
		w.writeSignature(t)
	case *types.Struct:
		w.writeStruct(t)
	case *types.Interface:
		w.writeInterface(t)
	case *types.Union:
		w.writeUnion(t)
	case *types.Named:
		w.writeNamed(t)
	case *types.TypeParam:
		w.WriteString(w.parameterName(t))
	case *types.Tuple:
		w.writeTuple(t, false)
	default:
		panic(fmt.Sprintf("no text for %T", t))
	}
}

func basicName(t *types.Basic) string {
	switch t.Kind() {
	case types.Byte:
		return "uint8"
	case types.Rune:
		return "int32"
	case types.UnsafePointer:
		return "unsafe.Pointer"
	}
	return t.Name()
}

func (w *typeWriter) writeChan(t *types.Chan) {
	switch t.Dir() {
	case types.SendOnly:
		w.WriteString("chan<- ")
	case types.RecvOnly:
		w.WriteString("<-chan ")
	default:
		w.WriteString("chan ")
		if elem, ok := types.Unalias(t.Elem()).(*types.Chan); ok && elem.Dir() == types.RecvOnly {
			w.WriteString("(")
			w.write(elem)
			w.WriteString(")")
			return
		}
	}
	w.write(t.Elem())
}

func (w *typeWriter) writeSignature(t *types.Signature) {
	if t.TypeParams().Len() > 0 {
		w.writeTypeParams(t.TypeParams())
	}
	w.writeTuple(t.Params(), t.Variadic())
	switch t.Results().Len() {
	case 0:
	case 1:
		w.WriteString(" ")
		w.write(t.Results().At(0).Type())
	default:
		w.WriteString(" ")
		w.writeTuple(t.Results(), false)
	}
}

func (w *typeWriter) writeTypeParams(list *types.TypeParamList) {
	w.WriteString("[")
	for i := range list.Len() {
		if i > 0 {
			w.WriteString(", ")
		}
		w.write(list.At(i))
		w.WriteString(" ")
		w.write(list.At(i).Constraint())
	}
	w.WriteString("]")
}

func (w *typeWriter) writeTuple(t *types.Tuple, variadic bool) {
	w.WriteString("(")
	for i := range t.Len() {
		if i > 0 {
			w.WriteString(", ")
		}
		last := t.At(i).Type()
		if slice, ok := last.(*types.Slice); ok && variadic && i == t.Len()-1 {
			w.WriteString("...")
			last = slice.Elem()
		}
		w.write(last)
	}
	w.WriteString(")")
}

func (w *typeWriter) writeStruct(t *types.Struct) {
	w.WriteString("struct{")
	for i := range t.NumFields() {
		if i > 0 {
			w.WriteString("; ")
		}
		if !t.Field(i).Embedded() {
			w.WriteString(t.Field(i).Name() + " ")
		}
		w.write(t.Field(i).Type())
		if t.Tag(i) != "" {
			fmt.Fprintf(w, " %q", t.Tag(i))
		}
	}
	w.WriteString("}")
}

// The method set, sorted by name, and then the embedded type terms in source order.
func (w *typeWriter) writeInterface(t *types.Interface) {
	w.WriteString("interface{")
	separator := ""
	for i := range t.NumMethods() {
		w.WriteString(separator + t.Method(i).Name())
		w.writeSignature(t.Method(i).Signature())
		separator = "; "
	}
	for i := range t.NumEmbeddeds() {
		embedded := t.EmbeddedType(i)
		if inner, ok := embedded.Underlying().(*types.Interface); ok && inner.IsMethodSet() {
			continue // its methods are shown
		}
		w.WriteString(separator)
		w.write(embedded)
		separator = "; "
	}
	w.WriteString("}")
}

func (w *typeWriter) writeUnion(t *types.Union) {
	for i := range t.Len() {
		if i > 0 {
			w.WriteString(" | ")
		}
		if t.Term(i).Tilde() {
			w.WriteString("~")
		}
		w.write(t.Term(i).Type())
	}
}

func (w *typeWriter) writeNamed(t *types.Named) {
	if t.Obj().Pkg() != nil {
		w.WriteString(t.Obj().Pkg().Path() + ".")
	}
	w.WriteString(t.Obj().Name())
	if t.TypeArgs().Len() == 0 {
		return
	}
	w.WriteString("[")
	for i := range t.TypeArgs().Len() {
		if i > 0 {
			w.WriteString(",")
		}
		w.write(t.TypeArgs().At(i))
	}
	w.WriteString("]")
}
