import { argumentsOf, inner, partsOf, statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Changes } from './changes.ts'
import type { Update } from './solve.ts'

/** The local variable that an update gives new words, and what is known of it. */
export interface Variable {
  readonly object: VarObject
  readonly name: SyntaxNode
  readonly isNamedResult: boolean
  /** The statement that declares it alone, as empty; undefined where there is none. */
  readonly declaration: SyntaxNode | undefined
  /** It is nil or "" or of no capacity until it is updated. */
  readonly isZero: boolean
}

export function variableOf(
  { place, writes }: Update,
  whole: SyntaxNode,
  types: PackageTypes,
  changes: Changes,
): Variable | undefined {
  const object =
    place.node.type === 'identifier' && place.text === place.node.text
      ? types.objectOf(place.node)
      : undefined
  const first = writes[0]?.statement
  if (object?.kind !== 'var' || object.isPackageLevel || !first) return undefined
  const name = object.declarations[0]?.node
  if (!name) return undefined
  const isNamedResult = name.parent?.parent?.fieldName === 'result'
  const declaration = isNamedResult ? undefined : emptyDeclaration(name, types)
  const from = declaration ?? name
  const isRepeated = loopsBetween(first, isNamedResult ? whole : from.parent, whole)
  const isEmpty = isNamedResult || declaration !== undefined
  const isZero =
    isEmpty && !isRepeated && changes.reason(place.node, from.endIndex, first.startIndex) === undefined
  return { object, name, isNamedResult, declaration, isZero }
}

/** `var x []T`, `x := make([]T, 0)`, `x := []T{}` */
function emptyDeclaration(name: SyntaxNode, types: PackageTypes): SyntaxNode | undefined {
  const statement = statementAround(name)
  if (statement?.type === 'var_declaration') {
    const [spec, other] = statement.descendantsOfType('var_spec')
    if (!spec || other || spec.childrenForFieldName('name').length !== 1) return undefined
    const value = spec.childForFieldName('value')
    return !value || isEmptyValue(partsOf(value)[0], types) ? statement : undefined
  }
  if (statement?.type !== 'short_var_declaration') return undefined
  const left = statement.childForFieldName('left')
  const right = statement.childForFieldName('right')
  if (!left || !right || partsOf(left).length !== 1) return undefined
  return isEmptyValue(partsOf(right)[0], types) ? statement : undefined
}

function isEmptyValue(node: SyntaxNode | undefined, types: PackageTypes): boolean {
  const value = node && inner(node)
  if (!value) return false
  if (value.type === 'composite_literal') {
    const body = value.childForFieldName('body')
    return (
      value.childForFieldName('type')?.type === 'slice_type' &&
      body !== undefined &&
      partsOf(body).length === 0
    )
  }
  const [type, ...sizes] = argumentsOf(value) ?? []
  return (
    builtinOf(types, value) === 'make' &&
    type?.type === 'slice_type' &&
    sizes.length > 0 &&
    sizes.every(size => wholeNumber(types.constantOf(size)) === 0n)
  )
}

function loopsBetween(node: SyntaxNode, outside: SyntaxNode | undefined, whole: SyntaxNode): boolean {
  for (let up = node.parent; up && up !== outside && up !== whole; up = up.parent)
    if (up.type === 'for_statement' || up.type === 'func_literal') return true
  return whole.descendantsOfType(['goto_statement']).length > 0
}
