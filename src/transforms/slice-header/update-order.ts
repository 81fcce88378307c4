import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { mentions } from './mentions-place.ts'
import type { Update } from './solve.ts'
import { type Checking, stateReason } from './term-changes.ts'

/** Why the writes of an update cannot become one; undefined when they can. */
export function updateReason({ place, writes, state }: Update, checking: Checking): string | undefined {
  const [first, last] = [writes[0]?.statement, writes.at(-1)?.statement]
  if (!first || !last) return undefined
  const between = (first.parent?.children ?? []).filter(
    node => node.startIndex >= first.startIndex && node.endIndex <= last.endIndex,
  )
  for (const statement of between) {
    if (writes.some(write => write.statement === statement)) continue
    const jump = statement.descendantsOfType(JUMPS)[0]
    if (jump) return `the writes are not together: ${firstLine(statement)} stands in between`
    if (mentions(statement, place, checking))
      return `${firstLine(statement)} uses ${place.text} before all is written`
  }
  for (const { value } of writes) {
    if (!value) continue
    if (mentions(value, place, checking)) return `${value.text} depends on ${place.text} itself`
    // The writes before it will be made after it.
    const reason = rewrittenReason(value, first.startIndex, last.startIndex, checking)
    if (reason) return reason
  }
  return stateReason(state, first.startIndex, last.startIndex, { ...checking, owner: place })
}

/** Why a value may read what a header is written over, by another name. */
function rewrittenReason(
  value: SyntaxNode,
  from: number,
  to: number,
  { changes, reads }: Checking,
): string | undefined {
  const places = [...reads].flatMap(([read, term]) =>
    isWithin(read, value) && term.kind === 'own' ? [term.place] : [],
  )
  for (const place of places) {
    const reason = changes.aliasReason(place, from, to) ?? changes.headerReason(place.node, from, to)
    if (reason) return reason
  }
  return changes.headerReason(value, from, to)
}

const JUMPS = [
  'return_statement',
  'goto_statement',
  'break_statement',
  'continue_statement',
  'defer_statement',
  'go_statement',
  'labeled_statement',
  'fallthrough_statement',
]

function firstLine({ text }: SyntaxNode): string {
  return text.split('\n')[0] ?? text
}
