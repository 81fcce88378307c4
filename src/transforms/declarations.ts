import type { GoFile } from '../go/file.ts'
import type { SyntaxNode } from '../go/syntax/tree.ts'

/**
 * The top-level declarations of a file that could be parsed and whose text has what a pattern looks for. What is worked
 * out of types is worked out declaration by declaration, so that one which is passed over costs next to nothing.
 */
export function declarationsWith(
  { text, tree }: Pick<GoFile, 'text' | 'tree'>,
  isWanted: (text: string) => boolean,
): SyntaxNode[] {
  return tree.rootNode.children.filter(
    ({ hasError, type, startIndex, endIndex }) =>
      !hasError && /_declaration$/.test(type) && isWanted(text.slice(startIndex, endIndex)),
  )
}
