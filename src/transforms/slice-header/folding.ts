import { isWithin, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { hasWord } from './has-word.ts'
import type { Update } from './solve.ts'
import type { Variable } from './variable.ts'

/** How the new value gets to the variable. */
export type Folding =
  /** `x = …` in the place of the last write. */
  | { readonly kind: 'assign' }
  /** `x := …` there; the declaration goes. */
  | { readonly kind: 'declare'; readonly declaration: SyntaxNode }
  /** `return …`; the last write goes, and perhaps the declaration. */
  | { readonly kind: 'return'; readonly statement: SyntaxNode; readonly declaration: SyntaxNode | undefined }

/** Chooses the shortest way that nobody else can tell from the old one. `isGone`: nodes that go or are made anew. */
export function foldingOf(
  update: Update,
  variable: Variable | undefined,
  whole: SyntaxNode,
  types: PackageTypes,
  isGone: (node: SyntaxNode) => boolean,
  newText: string,
): Folding {
  const last = update.writes.at(-1)?.statement
  if (!variable || !last || !update.parts.has('Data')) return { kind: 'assign' }
  const { object, declaration, isNamedResult } = variable
  if (hasWord(newText, object.name)) return { kind: 'assign' }
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
