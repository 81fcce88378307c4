import { argumentsOf, inner, isWithin, partsOf, statementAround } from '../../go/syntax/expression.ts'
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

/** How the new value gets to the variable. */
export type Folding =
  /** `x = …` in the place of the last write. */
  | { readonly kind: 'assign' }
  /** `x := …` there; the declaration goes. */
  | { readonly kind: 'declare'; readonly declaration: SyntaxNode }
  /** `return …`; the last write goes, and perhaps the declaration. */
  | { readonly kind: 'return'; readonly statement: SyntaxNode; readonly declaration: SyntaxNode | undefined }

/** Chooses the shortest way that nobody else can tell from the old one. `isSeen`: nodes that go or are made anew. */
export function foldingOf(
  update: Update,
  variable: Variable | undefined,
  whole: SyntaxNode,
  types: PackageTypes,
  isGone: (node: SyntaxNode) => boolean,
): Folding {
  const last = update.writes.at(-1)?.statement
  if (!variable || !last || !update.parts.has('Data')) return { kind: 'assign' }
  const { object, declaration, isNamedResult } = variable
  const following = nextStatement(last)
  const returned = following?.type === 'return_statement' ? following : undefined
  if (isNamedResult)
    return returned && returnsOnly(returned, object, whole, types)
      ? { kind: 'return', statement: returned, declaration: undefined }
      : { kind: 'assign' }
  const others = whole
    .descendantsOfType('identifier')
    .filter(node => node.text === object.name && node !== variable.name && types.objectOf(node) === object)
    .filter(node => !isGone(node) && !isWithin(node, last))
  if (!declaration || declaration.parent !== last.parent) return { kind: 'assign' }
  if (others.some(node => node.startIndex < last.startIndex)) return { kind: 'assign' }
  if (update.writes.some(({ value }) => value && names(value, object, types))) return { kind: 'assign' }
  const isReturned = returned && others.length === 1 && isWithin(others[0] as SyntaxNode, returned)
  if (isReturned && returnsIt(returned, others[0] as SyntaxNode))
    return { kind: 'return', statement: returned, declaration }
  return hasPlainType(declaration, types) ? { kind: 'declare', declaration } : { kind: 'assign' }
}

function names(node: SyntaxNode, object: VarObject, types: PackageTypes): boolean {
  return node
    .descendantsOfType('identifier')
    .some(name => name.text === object.name && types.objectOf(name) === object && !isInView(name))
}

/** `(*Header)(unsafe.Pointer(&x))` */
function isInView(name: SyntaxNode): boolean {
  return name.parent?.type === 'unary_expression' && name.parent.parent?.type === 'argument_list'
}

function nextStatement(statement: SyntaxNode): SyntaxNode | undefined {
  const all = partsOf(statement.parent ?? statement)
  return all[all.indexOf(statement) + 1]
}

/** `return x`, or `return` where x is the only result. */
function returnsOnly(
  statement: SyntaxNode,
  object: VarObject,
  whole: SyntaxNode,
  types: PackageTypes,
): boolean {
  const results = whole.childForFieldName('result')
  const isOwn = object.declarations[0]?.node.parent?.parent === results
  const count = results ? partsOf(results).flatMap(part => part.childrenForFieldName('name')).length : 0
  if (!isOwn || count !== 1) return false
  const list = partsOf(statement)[0]
  if (!list) return true
  const [value, other] = partsOf(list)
  return value?.type === 'identifier' && !other && types.objectOf(value) === object
}

function returnsIt(statement: SyntaxNode, use: SyntaxNode): boolean {
  const list = partsOf(statement)[0]
  const values = list ? partsOf(list) : []
  return (
    values.includes(use) &&
    values.every(value => value === use || /^(?:nil|identifier|true|false|int_literal)$/.test(value.type))
  )
}

/** A variable of a type with a name would get another type from `:=`. */
function hasPlainType(declaration: SyntaxNode, types: PackageTypes): boolean {
  const [spec] = declaration.descendantsOfType('var_spec')
  const type = spec?.childForFieldName('type')
  if (!spec || type?.type === 'slice_type') return true
  if (!type) return spec !== undefined
  const meant = types.typeOf(type)
  return meant.kind === 'basic' && meant.name === 'string'
}
