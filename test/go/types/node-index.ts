import type { SyntaxNode } from '../../../src/go/syntax/tree.ts'

/** The nodes of a tree by where they are. */
export interface NodeIndex {
  /** The identifier, of any kind, that starts at an offset. */
  readonly identifierAt: (start: number) => SyntaxNode | undefined
  /** The innermost of the nodes that have this extent, and are more than punctuation. */
  readonly nodeAt: (start: number, end: number) => SyntaxNode | undefined
}

/** The grammar has nodes of their own for some names of the universe. */
const IDENTIFIER = /identifier$|^(label_name|nil|true|false|iota)$/

export function nodeIndex(root: SyntaxNode): NodeIndex {
  const identifiers = new Map<number, SyntaxNode>()
  const nodes = new Map<number, SyntaxNode>()
  const pending = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (IDENTIFIER.test(node.type)) identifiers.set(node.startIndex, node)
    if (node.isNamed && node.type !== 'comment') nodes.set(extentKey(node.startIndex, node.endIndex), node)
    for (const child of node.children) pending.push(child)
  }
  return {
    identifierAt: start => identifiers.get(start),
    nodeAt: (start, end) => nodes.get(extentKey(start, end)),
  }
}

function extentKey(start: number, end: number): number {
  return start * 2 ** 26 + end
}
