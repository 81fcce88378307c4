import { statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { competingCall } from '../unsafe/competing-call.ts'
import type { Solution } from './solve.ts'
import { nodesOf, type Term } from './state.ts'
import { type Checking, termReason } from './term-changes.ts'

/**
 * Calls in the statements of reads and casts that may change what is read: Go does not say which of the two comes
 * first, and compilers decide otherwise for a load through a header than for the new code.
 */
export function contestedBy({ reads, casts, updates }: Solution, checking: Checking): readonly string[] {
  const evaluated = [
    ...[...reads].map(([node, { term }]) => ({ node, terms: [term] })),
    ...casts.map(({ node, state }) => ({ node, terms: Object.values(state) })),
    ...updates.flatMap(({ writes }) =>
      writes.flatMap(({ value }) =>
        value ? [{ node: value, terms: [{ kind: 'value' as const, node: value }] }] : [],
      ),
    ),
  ]
  return evaluated.flatMap(({ node, terms }) => contest(node, terms, checking) ?? [])
}

function contest(node: SyntaxNode, terms: readonly Term[], checking: Checking): string | undefined {
  const call = competingCall(checking.types, node)
  const statement = call && statementAround(node)
  if (!statement) return undefined
  const { startIndex, endIndex } = statement
  const isChanged = terms.some(
    term =>
      termReason(term, startIndex, endIndex, checking) ??
      nodesOf(term).some(value => checking.changes.reason(value, startIndex, endIndex)),
  )
  if (!isChanged) return undefined
  return `Go does not say whether ${call.text.split('\n')[0]} or ${node.text} is evaluated first, and compilers may now decide otherwise: see that the one does not change the other`
}
