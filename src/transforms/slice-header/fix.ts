import type { GoFile } from '../../go/file.ts'
import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding, Fix } from '../../transform.ts'
import { packagesIn } from '../unsafe/packages.ts'
import { callMadeOnce } from './call-order.ts'
import { changesIn } from './changes.ts'
import type { Collected } from './collect.ts'
import { contestedBy } from './contested.ts'
import { delaysOf } from './delay.ts'
import { editsOf, goneWith } from './edits.ts'
import { emptyStringsIn } from './empty-string.ts'
import type { Group } from './groups.ts'
import { hazardsOf } from './hazards.ts'
import type { Header } from './header.ts'
import { messageOf, proofOf, titleOf } from './messages.ts'
import { obstacleIn } from './obstacle.ts'
import { type Rewrite, rewriteOf } from './rewrite.ts'
import { goesElsewhere, type Solution, solve } from './solve.ts'
import { instability } from './stable.ts'
import { unusedVariable } from './unused.ts'
import type { Work } from './work.ts'
import { makeWriter } from './writer.ts'
import { writtenElsewhere } from './written-elsewhere.ts'

/** What a group of headers that hang together comes to: a fix, or the reason why there is none. */
export function findingOf(
  group: Group,
  collected: Collected,
  whole: SyntaxNode,
  file: GoFile,
  types: PackageTypes,
): Finding {
  const [{ at: node }] = group
  const at = { path: file.path, startIndex: node.startIndex, endIndex: node.endIndex }
  const message = messageOf(group)
  const fix = fixOf(group, collected, whole, file, types)
  return typeof fix === 'string' ? { at, message, refusal: fix } : { at, message, fix }
}

function fixOf(
  group: Group,
  { headers, refused }: Collected,
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
  const reads = new Map(solutions.flatMap(solution => [...solution.reads]))
  const terms = new Map([...reads].map(([node, { term }]) => [node, term]))
  const changes = changesIn(
    whole,
    types,
    node => reads.has(node),
    target => placeChanged(target, headers, solutions, types),
  )
  const checking = { whole, types, changes, reads: terms }
  for (const solution of solutions) {
    const reason = instability(solution, checking)
    if (reason) return reason
  }
  const writer = makeWriter(group[0].at, types, terms, node => reads.get(node)?.part === 'Data')
  const work = { solutions, reads, whole, file, types, changes, writer }
  const rewrite = rewriteOf(work)
  if (typeof rewrite === 'string') return rewrite
  const obstacle = obstacleIn(work, rewrite)
  if (obstacle) return obstacle
  const unused = unusedVariable(rewrite, work)
  if (unused) return `${unused} has no use but this, and what is not used does not compile; remove it by hand`
  const cautions = [
    ...solutions.flatMap(solution => contestedBy(solution, checking)),
    ...writtenElsewhere(work, headers, refused),
  ]
  return finished(work, rewrite, cautions)
}

/** What an assignment through a header changes, or a call that makes one; undefined for others. */
function placeChanged(
  target: SyntaxNode,
  all: readonly Header[],
  solutions: readonly Solution[],
  types: PackageTypes,
): SyntaxNode | 'nothing' | undefined {
  for (const header of all) {
    const { origin } = header
    // The call of a helper, which does nothing else.
    if (header.sites.includes(target)) return 'nothing'
    const isOwn = origin.kind !== 'new' && isWithin(target, header.at) && target.type === 'unary_expression'
    if (isOwn && !goesElsewhere(header, types)) return 'nothing'
    if (!header.uses.some(use => use.kind === 'write' && use.node === target)) continue
    const isValue = solutions.find(solution => solution.header === header)?.isValue ?? false
    return origin.kind === 'view' && !isValue ? origin.place.node : 'nothing'
  }
  return undefined
}

function finished(work: Work, rewrite: Rewrite, known: readonly string[]): Fix | string {
  const { solutions, file, types, writer, changes } = work
  const [one, ...others] = editsOf(rewrite, file)
  if (!one) return 'nothing is to be changed'
  const measuring = { types, reads: writer.reads, changes, at: solutions[0]?.header.at.endIndex ?? 0 }
  const cautions = new Set([
    ...known,
    ...delaysOf(work),
    ...solutions.flatMap(solution => emptyStringsIn(solution, types)),
    ...solutions
      .flatMap(({ updates, casts }) => [...updates, ...casts])
      .flatMap(({ state }) => callMadeOnce(state, work) ?? []),
    ...rewrite.made.flatMap(result => hazardsOf(result, writer, measuring)),
  ])
  const content = {
    title: titleOf(rewrite.made, rewrite.replacements),
    edits: [one, ...others] as const,
    imports: [{ path: file.path, needs: writer.needs(), frees: packagesIn(goneWith(rewrite), types) }],
    proof: proofOf(solutions, rewrite.made, writer, cautions.size === 0),
  }
  return cautions.size === 0
    ? { ...content, safety: 'safe' }
    : { ...content, safety: 'review', caution: [...cautions].join('; ') }
}
