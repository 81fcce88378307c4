import { inner, isWithin, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Header, Write } from './header.ts'
import type { Layout, Part } from './layout.ts'
import type { Place } from './place.ts'

/** What one word of a header holds. */
export type Term =
  /** What the slice or string itself has there. */
  | { readonly kind: 'own'; readonly place: Place; readonly part: Part }
  | { readonly kind: 'zero' }
  /** The value of an expression that was written there. */
  | { readonly kind: 'value'; readonly node: SyntaxNode }
  /** `left operator right`; without a right side it is 1. */
  | {
      readonly kind: 'operation'
      readonly left: Term
      readonly operator: string
      readonly right?: SyntaxNode
    }

export type State = Readonly<Record<Part, Term>>

export function ownState(place: Place): State {
  const own = (part: Part): Term => ({ kind: 'own', place, part })
  return { Data: own('Data'), Len: own('Len'), Cap: place.kind === 'slice' ? own('Cap') : { kind: 'zero' } }
}

/** What a header holds before anything is written to it; undefined for a literal that is not understood. */
export function initialState({ origin, layout }: Header): State | undefined {
  if (origin.kind !== 'new') return ownState(origin.place)
  return origin.literal ? literalState(origin.literal, layout) : ZERO
}

const ZERO: State = { Data: { kind: 'zero' }, Len: { kind: 'zero' }, Cap: { kind: 'zero' } }

function literalState(literal: SyntaxNode, layout: Layout): State | undefined {
  const body = literal.childForFieldName('body')
  const elements = body ? partsOf(body) : []
  const names = [...layout.parts.keys()]
  const state: Record<Part, Term> = { ...ZERO }
  for (const [index, element] of elements.entries()) {
    const [first, second] = partsOf(element)
    const isKeyed = element.type === 'keyed_element'
    const value = isKeyed ? second && partsOf(second)[0] : first
    const part = layout.parts.get((isKeyed ? first?.text : names[index]) ?? '')
    if (!part || !value) return undefined
    state[part] = { kind: 'value', node: inner(value) }
  }
  return state
}

/** The state after a write; undefined for a literal that is not understood. */
export function written(state: State, write: Write, layout: Layout): State | undefined {
  const { part, value, operator } = write
  if (!part) return value && literalState(value, layout)
  if (operator === '=') return value && { ...state, [part]: { kind: 'value', node: inner(value) } }
  const operation: Term = {
    kind: 'operation',
    left: state[part],
    operator,
    ...(value && { right: inner(value) }),
  }
  return { ...state, [part]: operation }
}

/** The expressions of the source that a term is made of. */
export function nodesOf(term: Term): readonly SyntaxNode[] {
  if (term.kind === 'value') return [term.node]
  if (term.kind !== 'operation') return []
  return [...nodesOf(term.left), ...(term.right ? [term.right] : [])]
}

/** Reports whether two terms are the same value: one is, or reads, the other, or both are written alike. */
export function isSameTerm(a: Term, b: Term, reads: ReadonlyMap<SyntaxNode, Term>): boolean {
  const [left, right] = [resolved(a, reads), resolved(b, reads)]
  if (left === right) return true
  if (left.kind === 'own' && right.kind === 'own')
    return left.part === right.part && left.place.text === right.place.text
  if (left.kind === 'value' && right.kind === 'value') {
    if (left.node.text !== right.node.text) return false
    const inLeft = [...reads.keys()].filter(read => isWithin(read, left.node))
    const inRight = [...reads.keys()].filter(read => isWithin(read, right.node))
    return (
      inLeft.length === inRight.length &&
      inLeft.every((read, index) => {
        const [x, y] = [reads.get(read), reads.get(inRight[index] ?? read)]
        return x !== undefined && y !== undefined && isSameTerm(x, y, reads)
      })
    )
  }
  if (left.kind !== 'operation' || right.kind !== 'operation') return false
  return (
    left.operator === right.operator &&
    left.right?.text === right.right?.text &&
    isSameTerm(left.left, right.left, reads)
  )
}

/** The term behind an expression that only reads a header. */
export function resolved(term: Term, reads: ReadonlyMap<SyntaxNode, Term>): Term {
  const read = term.kind === 'value' ? reads.get(inner(term.node)) : undefined
  return read ? resolved(read, reads) : term
}
