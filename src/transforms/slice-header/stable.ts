import { functionAround, isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Changes } from './changes.ts'
import type { Place } from './place.ts'
import { isSizeCall } from './size.ts'
import type { Solution, Update } from './solve.ts'
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
    if (reason) return reason
  }
  for (const [node, { term }] of solution.reads) {
    if (!solution.isValue) continue
    const to = endOfUse(node, header.declaration, checking)
    const reason = termReason(term, header.at.endIndex, to, checking)
    if (reason) return reason
  }
  return undefined
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

function placeReason(
  { node, text }: Place,
  from: number,
  to: number,
  { changes }: Checking,
): string | undefined {
  return text.startsWith('*') && text !== node.text
    ? changes.reason(node, from, to)
    : changes.placeReason(node, from, to)
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

function updateReason({ place, writes, state }: Update, checking: Checking): string | undefined {
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
  for (const { value } of writes)
    if (value && mentions(value, place, checking)) return `${value.text} depends on ${place.text} itself`
  return stateReason(state, first.startIndex, last.startIndex, { ...checking, owner: place })
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

/** Reports whether code names the variable of a place, reads of headers and sizes left out. */
function mentions(node: SyntaxNode, place: Place, { types, reads }: Checking): boolean {
  const roots = place.node.descendantsOfType('identifier')
  if (place.node.type !== 'identifier')
    return node.text.includes(place.node.text) && !onlyReads(node, place, reads)
  const root = roots[0] && types.objectOf(roots[0])
  return node.descendantsOfType('identifier').some(name => {
    if (name.text !== roots[0]?.text || types.objectOf(name) !== root) return false
    for (let up: SyntaxNode | undefined = name; up; up = up.parent) {
      if (reads.has(up) || isSizeCall(types, up) || isViewOf(up, place)) return false
      if (up === node) return true
    }
    return true
  })
}

function onlyReads(node: SyntaxNode, place: Place, reads: ReadonlyMap<SyntaxNode, Term>): boolean {
  let text = node.text
  for (const read of reads.keys()) if (isWithin(read, node)) text = text.replace(read.text, '')
  return (
    !text.includes(place.node.text) ||
    new RegExp(`unsafe\\.Pointer\\(&?\\(?${escaped(place.node.text)}\\)?\\)`).test(text)
  )
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** `&x` inside the conversion that makes a header of it. */
function isViewOf(node: SyntaxNode, place: Place): boolean {
  return (
    node.type === 'unary_expression' &&
    node.text === `&${place.node.text}` &&
    node.parent?.type === 'argument_list'
  )
}

function stateReason(state: State, from: number, to: number, checking: Checking): string | undefined {
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

function storedReason({ node, text }: Place, from: number, to: number, changes: Changes): string | undefined {
  const isPointer = text.startsWith('*') && text !== node.text
  return isPointer ? changes.memoryReason(text, from, to) : changes.reason(node, from, to)
}
