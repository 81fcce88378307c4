import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { movedCall } from './call-order.ts'
import { foldingOf } from './folding.ts'
import type { Header } from './header.ts'
import { type Made, madeByCast, madeByUpdate } from './made.ts'
import { type Replacement, replacedRead } from './reads.ts'
import type { Cast, Update } from './solve.ts'
import { variableOf } from './variable.ts'
import type { Work } from './work.ts'

/** What becomes of the source. */
export interface Rewrite {
  readonly made: readonly Made[]
  readonly replacements: readonly Replacement[]
  /** Statements that go. */
  readonly removed: ReadonlySet<SyntaxNode>
  /** Nodes that are replaced and may have comments inside, which stay. */
  readonly commented: readonly SyntaxNode[]
}

/** Writes the code that does without the headers; or says why it cannot be written. */
export function rewriteOf(work: Work): Rewrite | string {
  const { solutions, reads, file, writer } = work
  const replacements: Replacement[] = []
  const removed = new Set(solutions.flatMap(solution => solution.removed))
  const made: Made[] = []
  const commented: SyntaxNode[] = []

  for (const update of solutions.flatMap(({ updates }) => updates)) {
    const reason = rewriteUpdate(update)
    if (reason) return reason
  }
  for (const cast of solutions.flatMap(({ casts }) => casts)) {
    const reason = rewriteCast(cast)
    if (reason) return reason
  }
  for (const { header, pointers } of solutions)
    for (const node of pointers) {
      const text = pointerText(header)
      if (text === undefined) return 'its address is used in a way that is not understood'
      replacements.push({ node, text })
    }
  for (const [node, read] of reads) {
    const replaced = replacedRead(node, read, writer)
    if (!replaced) return `${node.text} cannot be written without a header`
    replacements.push(replaced)
  }
  return writer.obstacle(file.goVersion) ?? { made, replacements, removed, commented }

  function rewriteUpdate(update: Update): string | undefined {
    const { place, state, writes } = update
    const last = writes.at(-1)?.statement
    if (!last) return undefined
    const variable = variableOf(update, work.whole, work.types, work.changes)
    const result = madeByUpdate(update, variable?.isZero ?? false, writer)
    if (typeof result === 'string') return result
    const moved = movedCall(state, last.startIndex, work)
    if (moved) return moved
    made.push(result)
    commented.push(last)
    const isGone = (node: SyntaxNode) => [...removed].some(statement => isWithin(node, statement))
    const folding = foldingOf(update, variable, work.whole, work.types, isGone, result.text)
    if (folding.kind !== 'assign' && place.type.kind === 'named' && !variable?.isNamedResult)
      return `the type of ${place.text} has a name, which the new value would lose`
    if (folding.kind !== 'assign' && folding.declaration) removed.add(folding.declaration)
    if (folding.kind !== 'return') {
      const operator = folding.kind === 'declare' ? ':=' : '='
      replacements.push({ node: last, text: `${place.text} ${operator} ${result.text}` })
      return undefined
    }
    removed.add(last)
    const { statement } = folding
    replacements.push({ node: statement, text: returnText(statement, place.text, result.text) })
    return undefined
  }

  function rewriteCast(cast: Cast): string | undefined {
    const result = madeByCast(cast, writer)
    if (typeof result === 'string') return result
    const moved = movedCall(cast.state, cast.node.startIndex, work)
    if (moved) return moved
    made.push(result)
    commented.push(cast.node)
    replacements.push({ node: cast.node, text: result.text })
    return undefined
  }
}

/** The pointer to the slice or string of which a pointer to its header was made. */
function pointerText({ origin }: Header): string | undefined {
  if (origin.kind !== 'view') return undefined
  const { text } = origin.place
  return text.startsWith('*') ? text.slice(1) : `&${text}`
}

function returnText(statement: SyntaxNode, name: string, text: string): string {
  const list = statement.namedChildren.find(({ type }) => type === 'expression_list')
  const values = list?.namedChildren.map(value => (value.text === name ? text : value.text)) ?? [text]
  return `return ${values.join(', ')}`
}
