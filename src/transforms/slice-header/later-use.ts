import { functionAround, isWithin, statementAround } from '../../go/syntax/expression.ts'
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
  const declared = object.declarations[0]?.node
  if (!declared || isRepeated(first.statement, declared)) return place.node
  for (const node of whole.descendantsOfType('identifier')) {
    if (node.text !== object.name || types.objectOf(node) !== object) continue
    if ([header.at, ...header.sites].some(site => isWithin(node, site))) continue
    if (node.endIndex <= first.statement.startIndex && !isSeenLater(node, first.statement)) continue
    if (node === declared) continue
    const call = argumentOfCall(node)
    if (call && isKeepAlive(call, types)) continue
    return statementAround(node) ?? node
  }
  return isNamedResult(declared) ? place.node : undefined
}

/** Reports whether a statement may be run again with what it made of a variable. */
function isRepeated(statement: SyntaxNode, declared: SyntaxNode): boolean {
  // The variable of a for clause goes on from one iteration to the next.
  if (declared.parent?.parent?.parent?.type === 'for_clause') return true
  for (let up = statement.parent; up && !isWithin(declared, up); up = up.parent)
    if (/^(?:for_statement|func_literal|labeled_statement)$/.test(up.type)) return true
  return false
}

/** Reports whether a use that stands above a statement may look at the variable after it: in a function, by a pointer. */
function isSeenLater(node: SyntaxNode, statement: SyntaxNode): boolean {
  if (functionAround(node) !== functionAround(statement)) return true
  const { parent } = node
  if (parent?.type === 'unary_expression') return parent.childForFieldName('operator')?.type === '&'
  // A method may have a pointer receiver.
  return parent?.type === 'selector_expression' && node.fieldName === 'operand'
}

function argumentOfCall(node: SyntaxNode): SyntaxNode | undefined {
  const argument = node.parent?.type === 'unary_expression' ? node.parent : node
  return argument.parent?.type === 'argument_list' ? argument.parent.parent : undefined
}

function isNamedResult(name: SyntaxNode | undefined): boolean {
  return name?.parent?.parent?.fieldName === 'result'
}
