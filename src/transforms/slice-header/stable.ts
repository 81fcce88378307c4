import { functionAround, isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Header } from './header.ts'
import type { Place } from './place.ts'
import type { Solution } from './solve.ts'
import type { State } from './state.ts'
import { type Checking, placeReason, stateReason, termReason } from './term-changes.ts'
import { updateReason } from './update-order.ts'

/** Why the new code would not compute what the old one did, because something changes in between; undefined when it would. */
export function instability(solution: Solution, checking: Checking): string | undefined {
  const { header, updates, casts } = solution
  if (header.origin.kind !== 'new') {
    const reason = movedPlace(header.origin.place, solution, checking)
    if (reason) return reason
  }
  for (const update of updates) {
    const reason = updateReason(update, checking)
    if (reason) return reason
  }
  for (const cast of casts) {
    const to = endOfUse(cast.node, header.declaration, checking)
    const isString = cast.cast.target.kind === 'basic'
    const state: State = isString ? { ...cast.state, Cap: { kind: 'zero' } } : cast.state
    const reason = stateReason(state, header.at.endIndex, to, checking)
    if (reason) return `${reason}${danger(state, header, to, checking)}`
  }
  for (const [node, { term }] of solution.reads) {
    if (!solution.isValue) continue
    const to = endOfUse(node, header.declaration, checking)
    const reason = termReason(term, header.at.endIndex, to, checking)
    if (reason) return reason
  }
  return undefined
}

/** What may have happened already where the Data of a header of its own was all that kept the memory. */
function danger(state: State, { at, origin, layout }: Header, to: number, checking: Checking): string {
  if (origin.kind !== 'new' || !layout.hidesData || !termReason(state.Data, at.endIndex, to, checking))
    return ''
  return '; its Data is an integer, which keeps nothing alive: the memory may be freed by then'
}

/** Where the header is of must be the same place at each use. */
function movedPlace(place: Place, { header }: Solution, checking: Checking): string | undefined {
  if (!header.declaration) return undefined
  const from = header.declaration.endIndex
  for (const use of header.uses) {
    const to = endOfUse(use.node, header.declaration, checking)
    const reason = placeReason(place, from, to, checking)
    if (reason) return reason
  }
  return undefined
}

/** Up to where nothing may change for a use: the end of a loop or a function literal around it. */
function endOfUse(use: SyntaxNode, declaration: SyntaxNode | undefined, { whole }: Checking): number {
  if (!declaration) return use.startIndex
  const around = functionAround(declaration)
  if (functionAround(use) !== around) return whole.endIndex
  let end = use.startIndex
  for (let up = use.parent; up && up !== whole && !isWithin(declaration, up); up = up.parent)
    if (up.type === 'for_statement') end = up.endIndex
  return end
}
