import type { FoundFix } from '../engine/types.ts'
import { codeBlock, prose } from './markdown-text.ts'
import type { TextChange } from './unified.ts'

/** A review comment as GitHub's API takes it; lines count from 1 and both ends are included. */
export interface ReviewComment {
  readonly path: string
  readonly start_line?: number
  readonly line: number
  readonly side: 'RIGHT'
  readonly body: string
}

/** A comment that suggests one file's part of a fix: whole lines, from the first that changes to the last. */
export function suggestionOf(
  { fix, message, transform }: FoundFix,
  change: TextChange,
  part: { readonly index: number; readonly count: number },
): ReviewComment {
  const { first, last, lines } = changedLines(change)
  const body = [
    `**${transform}**: ${prose(message)}; ${prose(fix.title)}`,
    ...(fix.caution ? [`Needs review: ${prose(fix.caution)}`] : []),
    ...fix.proof.map(line => `- ${prose(line)}`),
    ...(part.count > 1 ? [`Part ${part.index + 1} of ${part.count}: commit all of them together.`] : []),
    codeBlock(lines.join('\n'), 'suggestion'),
  ].join('\n\n')
  return { path: change.path, ...(first < last && { start_line: first }), line: last, side: 'RIGHT', body }
}

/** The lines to replace and what with; an insertion takes in a line beside it, as a suggestion replaces one at least. */
function changedLines({ before, after }: TextChange): { first: number; last: number; lines: string[] } {
  const old = linesOf(before)
  const now = linesOf(after)
  let same = 0
  while (same < old.length && same < now.length && old[same] === now[same]) same++
  let sameAtEnd = 0
  while (
    sameAtEnd < old.length - same &&
    sameAtEnd < now.length - same &&
    old[old.length - 1 - sameAtEnd] === now[now.length - 1 - sameAtEnd]
  )
    sameAtEnd++
  if (same + sameAtEnd === old.length) {
    if (same > 0) same--
    else if (sameAtEnd > 0) sameAtEnd--
  }
  return {
    first: same + 1,
    last: Math.max(old.length - sameAtEnd, 1),
    lines: now.slice(same, now.length - sameAtEnd),
  }
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
