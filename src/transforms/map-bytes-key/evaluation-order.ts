import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { convertedBytes } from './bytes-to-string.ts'
import { keepsNothing } from './keeps-nothing.ts'
import { functionAround, inside, withParentheses } from './syntax.ts'

/**
 * A call in the statement of a key that may change the bytes which the key is made of. Go does not say which of the
 * two comes first (https://go.dev/ref/spec#Order_of_evaluation), and compilers decide otherwise for arrays than for
 * strings. Undefined when there is none.
 */
export function competingCall(
  types: PackageTypes,
  key: SyntaxNode,
  bytes: SyntaxNode,
): SyntaxNode | undefined {
  const calls = statementAround(key)
    .flatMap(part => part.descendantsOfType(['call_expression', 'unary_expression']))
    .filter(call => call.startIndex < key.startIndex || call.endIndex > key.endIndex)
    .filter(
      call =>
        !contains(call, key) && functionAround(call) === functionAround(key) && doesSomething(types, call),
    )
  const [call] = calls
  return call && !isSteady(types, bytes) ? call : undefined
}

/** The statement's parts that are evaluated together: not the blocks in it. */
function statementAround(node: SyntaxNode): SyntaxNode[] {
  let part = node
  while (
    part.parent &&
    !/^(statement_list|block|if_statement|for_statement|for_clause|source_file|\w+_case|\w+_switch_statement|select_statement)$/.test(
      part.parent.type,
    )
  )
    part = part.parent
  return [part]
}

function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex
}

function doesSomething(types: PackageTypes, call: SyntaxNode): boolean {
  if (call.type === 'unary_expression') return call.childForFieldName('operator')?.type === '<-'
  const callee = call.childForFieldName('function')
  const object = callee && types.objectOf(inside(callee))
  return object?.kind !== 'builtin' && object?.kind !== 'type'
}

/** Reports whether nothing but the function itself can reach the bytes: a local array that is only made a string. */
function isSteady(types: PackageTypes, bytes: SyntaxNode): boolean {
  const array = bytes.type === 'slice_expression' ? bytes.childForFieldName('operand') : undefined
  const name = array && inside(array)
  const object = name?.type === 'identifier' ? types.objectOf(name) : undefined
  if (!name || object?.kind !== 'var' || object.isPackageLevel) return false
  if (underlyingOf(object.type()).kind !== 'array') return false
  const all = types.usesOf(object)
  return (
    all.unknown === undefined &&
    all.uses.every(use => functionAround(use) === functionAround(name) && !isReachedByOthers(types, use))
  )
}

function isReachedByOthers(types: PackageTypes, use: SyntaxNode): boolean {
  const value = withParentheses(use)
  const { parent } = value
  if (parent?.type === 'unary_expression') return parent.childForFieldName('operator')?.type === '&'
  if (parent?.type === 'selector_expression') return true
  if (parent?.type !== 'slice_expression' || value.fieldName !== 'operand') return false
  if (keepsNothing(types, parent)) return false
  const conversion = withParentheses(parent).parent?.parent
  return !conversion || convertedBytes(types, conversion) === undefined
}
