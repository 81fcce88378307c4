import { isWithin, outer } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Header } from './header.ts'

/** In source order. */
export type Group = readonly [Header, ...Header[]]

/** Headers that are used in each other's statements change together. */
export function groupsOf(headers: readonly Header[]): readonly Group[] {
  const groups: Group[] = []
  for (const header of headers) {
    const linked = groups.filter(group =>
      group.some(other => touches(header, other) || touches(other, header)),
    )
    for (const group of linked) groups.splice(groups.indexOf(group), 1)
    const [first = header, ...others] = [...linked.flat(), header].sort(
      (a, b) => a.at.startIndex - b.at.startIndex,
    )
    groups.push([first, ...others])
  }
  return groups
}

/** Reports whether one header is used in what is removed, rewritten or compared on account of another. */
function touches(header: Header, other: Header): boolean {
  return header.uses.some(use => rewrittenFor(other).some(node => isWithin(use.node, node)))
}

function rewrittenFor({ declaration, uses }: Header): SyntaxNode[] {
  const nodes = uses.flatMap(use => {
    if (use.kind === 'write') return [use.statement]
    if (use.kind === 'cast') return [use.node]
    const around = outer(use.node).parent
    return around?.type === 'binary_expression' ? [around] : []
  })
  return declaration ? [declaration, ...nodes] : nodes
}
