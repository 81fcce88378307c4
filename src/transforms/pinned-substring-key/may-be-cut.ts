import { argumentsOf, inner } from '../../go/syntax/expression.ts'
import type { GivenValues } from '../../go/syntax/given-values.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { CUTS } from './substring.ts'

/**
 * Reports whether an expression may be a part of a string, told without types: a slice, what a function named like those
 * of package strings returns, an element of one, what is converted or trimmed, and a name that may be given one.
 */
export function mayBeCut(expression: SyntaxNode, given: GivenValues, seen: readonly string[] = []): boolean {
  const node = inner(expression)
  if (node.type === 'slice_expression') return true
  if (node.type === 'index_expression') {
    const list = node.childForFieldName('operand')
    return list !== undefined && mayBeCut(list, given, seen)
  }
  const callee = node.childForFieldName('function')
  if (callee && CUTS.has((callee.childForFieldName('field') ?? callee).text)) return true
  const [first] = argumentsOf(node) ?? []
  if (first) return mayBeCut(first, given, seen)
  if (node.type !== 'identifier' || seen.includes(node.text)) return false
  return given.get(node.text)?.some(value => mayBeCut(value, given, [...seen, node.text])) ?? false
}
