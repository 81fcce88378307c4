import { lineEnd, lineStart, nextLine } from './source-lines.ts'
import type { SyntaxNode } from './syntax/tree.ts'
import type { TextEdit } from './text-edit.ts'

/** Removes declarations that are alone on their lines, those with nothing between them together. */
export function removals(text: string, declarations: readonly SyntaxNode[]): readonly TextEdit[] {
  const spans: { start: number; end: number }[] = []
  for (const { startIndex, endIndex } of declarations) {
    const start = withCommentAbove(text, lineStart(text, startIndex))
    const end = nextLine(text, endIndex)
    const last = spans.at(-1)
    if (last && text.slice(last.end, start).trim() === '') last.end = end
    else spans.push({ start, end })
  }
  return spans.map(({ start, end }) => withBlankLine(text, start, end))
}

/** Where the comment starts that ends above `start`; a directive, such as //go:generate, is not about the import. */
function withCommentAbove(text: string, start: number): number {
  let first = start
  while (first > 0) {
    const above = lineStart(text, first - 1)
    const line = text.slice(above, lineEnd(text, above))
    if (/^\/\/(\w+:|line |export |extern )/.test(line)) return start
    if (!/^\s*\/\//.test(line)) return first
    first = above
  }
  return first
}

/** Removes lines, and one of the blank lines around them. */
function withBlankLine(text: string, start: number, end: number): TextEdit {
  const isBlank = (index: number) => text.slice(index, lineEnd(text, index)).trim() === ''
  const above = lineStart(text, start - 1)
  if (start === 0 || !isBlank(above)) return { startIndex: start, endIndex: end, newText: '' }
  if (end === text.length) return { startIndex: above, endIndex: end, newText: '' }
  return { startIndex: start, endIndex: isBlank(end) ? nextLine(text, end) : end, newText: '' }
}
