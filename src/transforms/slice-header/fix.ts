import type { GoFile } from '../../go/file.ts'
import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit, Finding, Fix } from '../../transform.ts'
import { commentsIn, removeStatements } from '../unsafe/remove-lines.ts'
import { type Changes, changesIn } from './changes.ts'
import { contestedBy } from './contested.ts'
import { emptyStringsIn } from './empty-string.ts'
import { hazardsOf } from './hazards.ts'
import type { Header } from './header.ts'
import type { Part } from './layout.ts'
import { type Made, madeByCast, madeByUpdate } from './made.ts'
import { messageOf, proofOf, titleOf } from './messages.ts'
import { type Replacement, replacedRead } from './reads.ts'
import { type Solution, solve } from './solve.ts'
import { instability } from './stable.ts'
import { isSameTerm, nodesOf, type State, type Term } from './state.ts'
import { foldingOf, variableOf } from './variable.ts'
import { makeWriter, type Writer } from './writer.ts'

/** What a group of headers that hang together comes to: a fix, or the reason why there is none. */
export function findingOf(
  group: readonly Header[],
  all: readonly Header[],
  whole: SyntaxNode,
  file: GoFile,
  types: PackageTypes,
): Finding {
  const first = group[0] as Header
  const at = { path: file.path, startIndex: first.at.startIndex, endIndex: first.at.endIndex }
  const message = messageOf(group)
  const fix = fixOf(group, all, whole, file, types)
  return typeof fix === 'string' ? { at, message, refusal: fix } : { at, message, fix }
}

interface Work {
  readonly solutions: readonly Solution[]
  readonly whole: SyntaxNode
  readonly file: GoFile
  readonly types: PackageTypes
  readonly changes: Changes
  readonly writer: Writer
  readonly contests: readonly string[]
}

function fixOf(
  group: readonly Header[],
  all: readonly Header[],
  whole: SyntaxNode,
  file: GoFile,
  types: PackageTypes,
): Fix | string {
  const solutions: Solution[] = []
  for (const header of group) {
    const solution = solve(header, whole, types)
    if (typeof solution === 'string') return `${header.variable?.name ?? 'the header'}: ${solution}`
    solutions.push(solution)
  }
  const parts = new Map<SyntaxNode, { part: Part; term: Term }>()
  for (const { reads } of solutions) for (const [node, read] of reads) parts.set(node, read)
  const reads = new Map([...parts].map(([node, { term }]) => [node, term]))
  const changes = changesIn(
    whole,
    types,
    node => reads.has(node),
    target => placeChanged(target, all, solutions),
  )
  const checking = { whole, types, changes, reads }
  for (const solution of solutions) {
    const reason = instability(solution, checking)
    if (reason) return reason
  }
  const contests = solutions.flatMap(solution => [
    ...contestedBy(solution, checking),
    ...emptyStringsIn(solution, types),
  ])
  const writer = makeWriter(first(group).at, types, reads, node => parts.get(node)?.part === 'Data')
  return buildFix({ solutions, whole, file, types, changes, writer, contests }, parts)
}

function first<T>(list: readonly T[]): T {
  return list[0] as T
}

/** What an assignment through a header changes; undefined when the target is none. */
function placeChanged(
  target: SyntaxNode,
  all: readonly Header[],
  solutions: readonly Solution[],
): SyntaxNode | 'nothing' | undefined {
  for (const header of all) {
    const { origin } = header
    if (origin.kind !== 'new' && isWithin(target, header.at) && target.type === 'unary_expression')
      return 'nothing'
    if (!header.uses.some(use => use.kind === 'write' && use.node === target)) continue
    const isValue = solutions.find(solution => solution.header === header)?.isValue ?? false
    return origin.kind === 'view' && !isValue ? origin.place.node : 'nothing'
  }
  return undefined
}

function buildFix(work: Work, parts: ReadonlyMap<SyntaxNode, { part: Part; term: Term }>): Fix | string {
  const { solutions, whole, file, types, changes, writer, contests } = work
  const replacements: Replacement[] = []
  const removed = new Set(solutions.flatMap(solution => solution.removed))
  const made: Made[] = []
  const cautions: string[] = [...contests]
  const comments: { readonly at: SyntaxNode; readonly texts: readonly string[] }[] = []
  const isGone = (node: SyntaxNode) => [...removed].some(statement => isWithin(node, statement))

  for (const update of solutions.flatMap(({ updates }) => updates)) {
    const variable = variableOf(update, whole, types, changes)
    const result = madeByUpdate(update, variable?.isZero ?? false, writer)
    if (typeof result === 'string') return result
    const impure = impurity(update.state, update.writes.at(-1)?.statement.startIndex ?? 0, work)
    if (impure) return impure
    cautions.push(...[calledTwice(update.state, work) ?? []].flat())
    made.push(result)
    const last = update.writes.at(-1)?.statement as SyntaxNode
    const folding = foldingOf(update, variable, whole, types, isGone)
    comments.push({ at: last, texts: commentsIn(last) })
    if (folding.kind === 'assign')
      replacements.push({ node: last, text: `${update.place.text} = ${result.text}` })
    else {
      if (folding.declaration) removed.add(folding.declaration)
      if (folding.kind === 'declare')
        replacements.push({ node: last, text: `${update.place.text} := ${result.text}` })
      else {
        removed.add(last)
        replacements.push({
          node: folding.statement,
          text: returnText(folding.statement, update.place.text, result.text),
        })
      }
    }
  }
  for (const cast of solutions.flatMap(({ casts }) => casts)) {
    const result = madeByCast(cast, writer)
    if (typeof result === 'string') return result
    const impure = impurity(cast.state, cast.node.startIndex, work)
    if (impure) return impure
    cautions.push(...[calledTwice(cast.state, work) ?? []].flat())
    made.push(result)
    comments.push({ at: cast.node, texts: commentsIn(cast.node) })
    replacements.push({ node: cast.node, text: result.text })
  }
  for (const { header, pointers } of solutions)
    for (const node of pointers) {
      if (header.origin.kind !== 'view') return 'its address is used in a way that is not understood'
      const { place } = header.origin
      replacements.push({ node, text: place.text.startsWith('*') ? place.text.slice(1) : `&${place.text}` })
    }
  for (const [node, read] of parts) {
    const replaced = replacedRead(node, read, writer)
    if (!replaced) return `${node.text} cannot be written without a header`
    replacements.push(replaced)
  }
  const obstacle = writer.obstacle(file.goVersion)
  if (obstacle) return obstacle
  return finish(work, made, replacements, removed, comments, cautions)
}

/**
 * Why calls would be made in another order, or not as often. One call may move past what it cannot influence; two
 * that are written alike become one, of which the caution tells.
 */
function impurity(state: State, at: number, { changes, writer }: Work): string | undefined {
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

/** What is called twice for Len and Cap, and once in the new code. */
function calledTwice(state: State, { changes, writer }: Work): string | undefined {
  const [length, capacity] = [nodesOf(state.Len)[0], nodesOf(state.Cap)[0]]
  if (!length || !capacity || length === capacity || changes.isPure(length)) return undefined
  return isSameTerm(state.Len, state.Cap, writer.reads)
    ? `${length.text} is called once, where it was called for Len and for Cap`
    : undefined
}

function returnText(statement: SyntaxNode, name: string, text: string): string {
  const list = statement.namedChildren.find(({ type }) => type === 'expression_list')
  const values = list?.namedChildren.map(value => (value.text === name ? text : value.text)) ?? [text]
  return `return ${values.join(', ')}`
}

function finish(
  { solutions, file, types, writer, changes }: Work,
  made: readonly Made[],
  replacements: readonly Replacement[],
  removed: ReadonlySet<SyntaxNode>,
  comments: readonly { readonly at: SyntaxNode; readonly texts: readonly string[] }[],
  cautions: readonly string[],
): Fix | string {
  const { path, text } = file
  const gone = [...removed]
  const kept = replacements.filter(
    ({ node }) =>
      !gone.some(statement => isWithin(node, statement)) &&
      !replacements.some(other => other.node !== node && isWithin(node, other.node)) &&
      replacements.find(other => other.node === node)?.node === node,
  )
  const unique = kept.filter((one, index) => kept.findIndex(({ node }) => node === one.node) === index)
  const edits: Edit[] = [
    ...removeStatements(path, text, gone),
    ...unique.map(({ node, text: newText }) => ({
      path,
      startIndex: node.startIndex,
      endIndex: node.endIndex,
      newText,
    })),
  ]
  for (const { at, texts } of comments) {
    if (texts.length === 0 || gone.some(statement => isWithin(at, statement))) continue
    const line = text.lastIndexOf('\n', at.startIndex) + 1
    const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? ''
    edits.push({
      path,
      startIndex: line,
      endIndex: line,
      newText: texts.map(comment => `${indent}${comment}\n`).join(''),
    })
  }
  const [one, ...others] = edits
  if (!one) return 'nothing is to be changed'
  const hazards = [
    ...new Set(cautions),
    ...new Set(
      made.flatMap(result =>
        hazardsOf(result, writer, {
          types,
          reads: writer.reads,
          changes,
          at: solutions[0]?.header.at.endIndex ?? 0,
        }),
      ),
    ),
  ]
  const content = {
    title: titleOf(made, replacements),
    edits: [one, ...others] as const,
    imports: [{ path, frees: ['reflect', 'unsafe', 'internal/unsafeheader'] }],
    proof: proofOf(solutions, made, writer, hazards.length === 0),
  }
  return hazards.length === 0
    ? { ...content, safety: 'safe' }
    : { ...content, safety: 'review', caution: hazards.join('; ') }
}
