import { functionAround, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { FuncObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'

/** How a variable, field, parameter or result comes to be. */
export type DeclarationPlace =
  | {
      readonly kind: 'variable'
      readonly name: SyntaxNode
      readonly type: SyntaxNode | undefined
      /** What it is given; what several names are given together. */
      readonly value: SyntaxNode | undefined
      /** Which of the values of one expression it is given; undefined when it has one of its own. */
      readonly index: number | undefined
    }
  | {
      readonly kind: 'field'
      readonly name: SyntaxNode
      readonly type: SyntaxNode
      readonly struct: SyntaxNode
    }
  | {
      readonly kind: 'parameter' | 'result'
      readonly name: SyntaxNode
      readonly type: SyntaxNode
      readonly index: number
      /** Undefined for function literals. */
      readonly function: FuncObject | undefined
    }

/** Reads the declaration around a declaring identifier; undefined where it is another kind, such as a range clause. */
export function declarationPlace(types: PackageTypes, name: SyntaxNode): DeclarationPlace | undefined {
  const { parent } = name
  const type = parent?.childForFieldName('type')
  switch (parent?.type) {
    case 'var_spec': {
      const values = partsOf(parent.childForFieldName('value'))
      return variable(name, type, parent.childrenForFieldName('name'), values)
    }
    case 'expression_list': {
      if (parent.parent?.type !== 'short_var_declaration') return undefined
      return variable(name, undefined, partsOf(parent), partsOf(parent.parent.childForFieldName('right')))
    }
    case 'field_declaration': {
      const struct = parent.parent?.parent
      return type && struct?.type === 'struct_type' ? { kind: 'field', name, type, struct } : undefined
    }
    case 'parameter_declaration':
      return type && parameter(types, name, type, parent)
    default:
      return undefined
  }
}

function variable(
  name: SyntaxNode,
  type: SyntaxNode | undefined,
  names: readonly SyntaxNode[],
  values: readonly SyntaxNode[],
): DeclarationPlace {
  const index = names.indexOf(name)
  if (names.length === values.length)
    return { kind: 'variable', name, type, value: values[index], index: undefined }
  return { kind: 'variable', name, type, value: values[0], index: values.length === 0 ? undefined : index }
}

function parameter(
  types: PackageTypes,
  name: SyntaxNode,
  type: SyntaxNode,
  declaration: SyntaxNode,
): DeclarationPlace | undefined {
  const list = declaration.parent
  const around = list && functionAround(list)
  if (!list || list.parent !== around || list.fieldName === 'receiver') return undefined
  const names = partsOf(list).flatMap(each => each.childrenForFieldName('name'))
  const functionName = around?.type === 'func_literal' ? undefined : around?.childForFieldName('name')
  const object = functionName && types.objectOf(functionName)
  return {
    kind: list.fieldName === 'result' ? 'result' : 'parameter',
    name,
    type,
    index: names.indexOf(name),
    function: object?.kind === 'func' ? object : undefined,
  }
}
