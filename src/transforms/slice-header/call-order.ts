import type { Changes } from './changes.ts'
import { isSameTerm, nodesOf, type State } from './state.ts'
import type { Writer } from './writer.ts'

interface Ordering {
  readonly changes: Changes
  readonly writer: Writer
}

/**
 * Why calls would be made in another order, or not as often. One call may move past what it cannot influence; two
 * that are written alike become one, of which the caution tells.
 */
export function movedCall(state: State, at: number, { changes, writer }: Ordering): string | undefined {
  const terms = [state.Data, state.Len, state.Cap]
  const impure = terms.flatMap(nodesOf).filter(node => !changes.isPure(node))
  const [one, other, more] = impure
  if (!one) return undefined
  const isTwice = other !== undefined && !more && isSameTerm(state.Len, state.Cap, writer.reads)
  const last = isTwice ? other : one
  const others = terms.flatMap(nodesOf).filter(node => !impure.includes(node))
  const isFree =
    (!other || isTwice) &&
    terms.every(term => term.kind !== 'operation' || nodesOf(term).every(node => changes.isPure(node))) &&
    others.every(node => changes.reason(node, one.startIndex, last.endIndex) === undefined) &&
    (last.endIndex >= at || changes.memoryReason('', last.endIndex, at) === undefined)
  return isFree
    ? undefined
    : `${one.text} calls a function, whose place among the other statements would change; put its result in a variable first`
}

/** A caution for what is called twice for Len and Cap, and once in the new code. */
export function callMadeOnce(state: State, { changes, writer }: Ordering): string | undefined {
  const [length, capacity] = [nodesOf(state.Len)[0], nodesOf(state.Cap)[0]]
  if (!length || !capacity || length === capacity || changes.isPure(length)) return undefined
  return isSameTerm(state.Len, state.Cap, writer.reads)
    ? `${length.text} is called once, where it was called for Len and for Cap`
    : undefined
}
