import { isWithin, statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Header, Write } from './header.ts'
import type { Place } from './place.ts'
import { isKeepAlive } from './use.ts'

/** Where a variable whose header was changed is used after that, other than to be kept alive. */
export function laterUse(
  place: Place,
  [first]: readonly Write[],
  header: Header,
  whole: SyntaxNode,
  types: PackageTypes,
): SyntaxNode | undefined {
  const object = place.node.type === 'identifier' ? types.objectOf(place.node) : undefined
  if (!first || object?.kind !== 'var' || object.isPackageLevel) return place.node
  if (place.text.startsWith('*')) return place.node
  for (const node of whole.descendantsOfType('identifier')) {
    if (node.text !== object.name || types.objectOf(node) !== object) continue
    if (
      isWithin(node, header.at) ||
      (node.endIndex <= first.statement.startIndex && !isLooped(first.statement, whole))
    )
      continue
    if (object.declarations.some(declared => declared.node === node)) continue
    const call = argumentOfCall(node)
    if (call && isKeepAlive(call, types)) continue
    return statementAround(node) ?? node
  }
  return isNamedResult(object.declarations[0]?.node) ? place.node : undefined
}

function argumentOfCall(node: SyntaxNode): SyntaxNode | undefined {
  const argument = node.parent?.type === 'unary_expression' ? node.parent : node
  return argument.parent?.type === 'argument_list' ? argument.parent.parent : undefined
}

function isLooped(node: SyntaxNode, whole: SyntaxNode): boolean {
  for (let up = node.parent; up && up !== whole; up = up.parent)
    if (up.type === 'for_statement' || up.type === 'func_literal' || up.type === 'labeled_statement')
      return true
  return false
}

function isNamedResult(name: SyntaxNode | undefined): boolean {
  return name?.parent?.parent?.fieldName === 'result'
}
