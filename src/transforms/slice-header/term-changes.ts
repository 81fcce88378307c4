import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Changes } from './changes.ts'
import type { Place } from './place.ts'
import type { State, Term } from './state.ts'

export interface Checking {
  readonly whole: SyntaxNode
  readonly types: PackageTypes
  readonly changes: Changes
  /** Of all headers together. */
  readonly reads: ReadonlyMap<SyntaxNode, Term>
  /** What is updated: its own words stay until then. */
  readonly owner?: Place
}

/** Why one of the words of a header may be another one at `to`; undefined when all are the same. */
export function stateReason(state: State, from: number, to: number, checking: Checking): string | undefined {
  for (const term of [state.Data, state.Len, state.Cap]) {
    const reason = termReason(term, from, to, checking)
    if (reason) return reason
  }
  return undefined
}

/** Why the value of a term may be another one at `to`; undefined when it is the same. */
export function termReason(term: Term, from: number, to: number, checking: Checking): string | undefined {
  const { changes, reads } = checking
  switch (term.kind) {
    case 'zero':
      return undefined
    case 'own':
      if (term.place === checking.owner) return undefined
      return placeReason(term.place, from, to, checking) ?? storedReason(term.place, from, to, changes)
    case 'operation':
      return (
        termReason(term.left, from, to, checking) ?? (term.right && valueReason(term.right, to, checking))
      )
    case 'value':
      return valueReason(term.node, to, checking)
  }

  function valueReason(node: SyntaxNode, end: number, all: Checking): string | undefined {
    const reason = changes.reason(node, node.endIndex, end)
    if (reason) return reason
    for (const [read, inner] of reads) {
      if (!isWithin(read, node)) continue
      const nested = termReason(inner, read.endIndex, end, all)
      if (nested) return nested
    }
    return undefined
  }
}

function storedReason(place: Place, from: number, to: number, changes: Changes): string | undefined {
  const { node, text } = place
  if (!text.startsWith('*') || text === node.text) return changes.reason(node, from, to)
  return changes.memoryReason(text, from, to) ?? changes.aliasReason(place, from, to)
}

/** Why a place may be another one at `to`. */
export function placeReason(
  { node, text }: Place,
  from: number,
  to: number,
  { changes }: Checking,
): string | undefined {
  return text.startsWith('*') && text !== node.text
    ? changes.reason(node, from, to)
    : changes.placeReason(node, from, to)
}
