import { functionAround, isWithin, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Reinterpretation } from '../unsafe/conversion.ts'
import type { Header, Use, Write } from './header.ts'
import { laterUse } from './later-use.ts'
import type { Part } from './layout.ts'
import type { Place } from './place.ts'
import { initialState, ownState, type State, type Term, written } from './state.ts'
import { isKeepAlive } from './use.ts'

/** A slice or string gets new words: the writes of one list of statements together. */
export interface Update {
  readonly place: Place
  readonly writes: readonly Write[]
  readonly parts: ReadonlySet<Part>
  readonly state: State
}

/** `*(*[]T)(unsafe.Pointer(&header))`, and what the header holds there. */
export interface Cast {
  readonly node: SyntaxNode
  readonly cast: Reinterpretation
  readonly state: State
  /** A header of two words has no Cap: as a slice it has whatever lies behind it in memory. */
  readonly hasCap: boolean
}

/** What a header comes to. */
export interface Solution {
  readonly header: Header
  /** What is written to it changes nothing but what casts make of it. */
  readonly isValue: boolean
  readonly updates: readonly Update[]
  readonly casts: readonly Cast[]
  readonly reads: ReadonlyMap<SyntaxNode, { readonly part: Part; readonly term: Term }>
  readonly pointers: readonly SyntaxNode[]
  /** Statements that go. */
  readonly removed: readonly SyntaxNode[]
}

/** Follows what a header holds from use to use; or says why that is not understood. */
export function solve(header: Header, whole: SyntaxNode, types: PackageTypes): Solution | string {
  const writes = header.uses.filter(use => use.kind === 'write')
  const hasCasts = header.uses.some(use => use.kind === 'cast')
  for (const write of writes) {
    const reason = writeReason(write, writes)
    if (reason) return reason
  }
  if (new Set(writes.map(({ statement }) => functionAround(statement))).size > 1)
    return 'a function literal writes to it too, and when that runs is not known'
  const { origin } = header
  if (origin.kind === 'view') {
    if (writes.length > 0 && goesElsewhere(header, types))
      return 'it is written to, and its pointer goes where it is not known what is done with it'
    if (
      origin.place.kind === 'string' &&
      writes.some(({ part }) => part === 'Cap' || (!part && header.layout.kind === 'slice'))
    )
      return 'it writes a Cap to a string, which has none: the memory behind the string is overwritten'
    if (origin.place.kind === 'slice' && header.layout.kind === 'string' && writes.some(({ part }) => !part))
      return 'it writes a string header over a slice, which leaves its Cap as it was'
    if (writes.length === 0 || !hasCasts) return solveView(header, origin.place, writes)
    const left = writes.length > 0 ? laterUse(origin.place, writes, header, whole, types) : undefined
    if (left)
      return `${origin.place.text} is changed through its header, read as another type and used afterwards, at ${left.text}`
  }
  return solveValue(header, writes)
}

function writeReason(write: Write, writes: readonly Write[]): string | undefined {
  const { statement } = write
  if (statement.parent?.type !== 'statement_list') return 'it is written to in the head of a statement'
  if (statement.type !== 'assignment_statement') return undefined
  const left = statement.childForFieldName('left')
  const isShared = partsOf(left ?? statement).some(target => !writes.some(({ node }) => node === target))
  return isShared ? `${statement.text} assigns to other things too` : undefined
}

/** `unsafe.Pointer(h)`, which is a pointer to the slice or string itself. */
export function goesElsewhere({ uses }: Header, types: PackageTypes): boolean {
  return uses.some(({ kind, node }) => {
    const call = node.parent?.type === 'argument_list' ? node.parent.parent : undefined
    return kind === 'pointer' && !(call && isKeepAlive(call, types))
  })
}

/** The header of a variable: each list of statements that writes to it updates the variable. */
function solveView(header: Header, place: Place, writes: readonly Write[]): Solution | string {
  const lists = new Map<SyntaxNode, Write[]>()
  for (const write of writes) {
    const list = write.statement.parent as SyntaxNode
    lists.set(list, [...(lists.get(list) ?? []), write])
  }
  const reads = new Map<SyntaxNode, { part: Part; term: Term }>()
  const updates: Update[] = []
  const removed: SyntaxNode[] = header.declaration ? [header.declaration] : []
  for (const use of header.uses)
    if (use.kind === 'read') reads.set(use.node, { part: use.part, term: ownState(place)[use.part] })
  for (const group of lists.values()) {
    const [first, last] = [group[0], group.at(-1)]
    if (!first || !last) continue
    let state: State = ownState(place)
    const parts = new Set<Part>()
    const region = header.uses.filter(use => isInRegion(use, first, last)).toSorted(byTime)
    for (const use of region) {
      if (use.kind === 'read') reads.set(use.node, { part: use.part, term: state[use.part] })
      if (use.kind === 'cast' || use.kind === 'pointer')
        return 'it is used while only some of its parts are written'
      if (functionAround(use.node) !== functionAround(first.statement))
        return 'a function literal uses it while only some of its parts are written'
      if (use.kind !== 'write') continue
      if (use.statement.parent !== first.statement.parent)
        return 'it is written to in a branch or a loop, between other writes'
      const next = written(state, use, header.layout)
      if (!next) return 'a composite literal of it is not understood'
      state = next
      for (const part of use.part ? [use.part] : (['Data', 'Len', 'Cap'] as const)) parts.add(part)
    }
    updates.push({ place, writes: group, parts, state })
    for (const { statement } of group) if (statement !== last.statement) removed.push(statement)
  }
  const casts = header.uses.flatMap(use =>
    use.kind === 'cast'
      ? [{ node: use.node, cast: use.cast, state: ownState(place), hasCap: hasCap(header) }]
      : [],
  )
  const pointers = header.uses.flatMap(use => (use.kind === 'pointer' ? [use.node] : []))
  return { header, isValue: false, updates, casts, reads, pointers, removed: [...new Set(removed)] }
}

function hasCap({ layout, origin }: Header): boolean {
  if (origin.kind !== 'new' && origin.place.kind !== 'slice') return false
  return origin.kind === 'view' || layout.kind === 'slice'
}

function isInRegion(use: Use, first: Write, last: Write): boolean {
  return use.node.startIndex >= first.statement.startIndex && use.node.endIndex <= last.statement.endIndex
}

/** What a statement writes counts from its end. */
function byTime(a: Use, b: Use): number {
  const time = (use: Use) => (use.kind === 'write' ? use.statement.endIndex : use.node.startIndex)
  return time(a) - time(b)
}

/** What is written in a branch, to the header of a variable that is declared outside of it, is used nowhere else. */
function isUsedWhereWritten({ origin, uses }: Header, [first]: readonly Write[]): boolean {
  const list = first?.statement.parent
  return (
    origin.kind === 'view' &&
    first !== undefined &&
    list !== undefined &&
    uses.every(({ node }) => node.startIndex < first.statement.startIndex || isWithin(node, list))
  )
}

/** A header of its own, or one of a variable that nobody looks at any more. */
function solveValue(header: Header, writes: readonly Write[]): Solution | string {
  const list = header.declaration?.parent ?? writes[0]?.statement.parent
  if (writes.some(({ statement }) => statement.parent !== list) && !isUsedWhereWritten(header, writes))
    return 'it is written to in a branch or a loop'
  if (new Set(writes.map(({ statement }) => statement.parent)).size > 1)
    return 'it is written to in several branches'
  const start = initialState(header)
  if (!start) return 'a composite literal of it is not understood'
  let state: State = start
  const reads = new Map<SyntaxNode, { part: Part; term: Term }>()
  const casts: Cast[] = []
  const pointers: SyntaxNode[] = []
  const around = header.declaration && functionAround(header.declaration)
  for (const use of header.uses.toSorted(byTime)) {
    if (around && functionAround(use.node) !== around && writes.length > 0)
      return 'a function literal uses it'
    if (use.kind === 'read') reads.set(use.node, { part: use.part, term: state[use.part] })
    else if (use.kind === 'cast')
      casts.push({ node: use.node, cast: use.cast, state, hasCap: hasCap(header) })
    else if (use.kind === 'pointer') pointers.push(use.node)
    else {
      const next = written(state, use, header.layout)
      if (!next) return 'a composite literal of it is not understood'
      state = next
    }
  }
  if (casts.length === 0 && (writes.length > 0 || header.origin.kind === 'new'))
    return 'it is not made a slice or string in sight'
  const removed = [
    ...(header.declaration ? [header.declaration] : []),
    ...writes.map(({ statement }) => statement),
  ]
  return { header, isValue: true, updates: [], casts, reads, pointers, removed: [...new Set(removed)] }
}
