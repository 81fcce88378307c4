import type { GoFile } from '../go/file.ts'
import type { SyntaxNode } from '../go/syntax/tree.ts'
import type { Location } from '../transform.ts'

/** The place of a node of a file. */
export function locationOf({ path }: Pick<GoFile, 'path'>, { startIndex, endIndex }: SyntaxNode): Location {
  return { path, startIndex, endIndex }
}
