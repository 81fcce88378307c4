import type { GoFile } from '../go/file.ts'
import { positionsIn } from './position.ts'
import type { Problem } from './types.ts'

/** More lines than this are only counted. */
const NAMED = 3

/** What of a file no transform looked at, because the parser does not understand it; none where it understands all. */
export function unparsedProblems({ path, text, tree }: Pick<GoFile, 'path' | 'text' | 'tree'>): Problem[] {
  const broken = tree.rootNode.children.filter(({ hasError }) => hasError)
  if (broken.length === 0) return []
  const positionOf = positionsIn(text)
  const lines = [...new Set(broken.map(({ startIndex }) => positionOf(startIndex).line))]
  const more = lines.length > NAMED ? ` and ${lines.length - NAMED} more` : ''
  const places = `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, NAMED).join(', ')}${more}`
  return [
    {
      path,
      message: `what begins at ${places} cannot be parsed, so nothing was looked for there; mend it, or look at it yourself`,
    },
  ]
}
