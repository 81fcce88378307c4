import type { GoFile } from '../../go/file.ts'
import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Edit } from '../../transform.ts'
import { commentsIn, removeStatements } from '../unsafe/remove-lines.ts'
import type { Replacement } from './reads.ts'
import type { Rewrite } from './rewrite.ts'

/** The edits that a rewrite of one file comes to. */
export function editsOf({ replacements, removed, commented }: Rewrite, { path, text }: GoFile): Edit[] {
  const gone = [...removed]
  const isGone = (node: SyntaxNode) => gone.some(statement => isWithin(node, statement))
  return [
    ...removeStatements(path, text, gone),
    ...outermost(replacements.filter(({ node }) => !isGone(node))).map(({ node, text: newText }) => ({
      path,
      startIndex: node.startIndex,
      endIndex: node.endIndex,
      newText,
    })),
    ...commented.filter(node => !isGone(node)).flatMap(node => keptComments(node, path, text)),
  ]
}

/** What the new code no longer says, or says in other words. */
export function goneWith({ replacements, removed }: Rewrite): readonly SyntaxNode[] {
  return [...removed, ...replacements.map(({ node }) => node)]
}

/** Of replacements in one another, the outermost; of those of one node, the first. */
function outermost(replacements: readonly Replacement[]): Replacement[] {
  return replacements.filter(
    (one, index) =>
      !replacements.some(other => other.node !== one.node && isWithin(one.node, other.node)) &&
      replacements.findIndex(({ node }) => node === one.node) === index,
  )
}

/** Comments inside a node that is replaced, on lines of their own above it. */
function keptComments(node: SyntaxNode, path: string, text: string): Edit[] {
  const comments = commentsIn(node)
  if (comments.length === 0) return []
  const line = text.lastIndexOf('\n', node.startIndex) + 1
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? ''
  const newText = comments.map(comment => `${indent}${comment}\n`).join('')
  return [{ path, startIndex: line, endIndex: line, newText }]
}
