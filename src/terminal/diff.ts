import { printableLine } from '../report/printable.ts'
import { compareLines, type Hunk, hunksOf, type Segment, type TextChange } from '../report/unified.ts'
import { goTokens } from './highlight.ts'
import { paintLine } from './paint-line.ts'
import type { Screen } from './screen.ts'
import { wrapCode } from './wrap.ts'

// Words are compared only where that is quick and helps to read.
const LONGEST_COMPARED_LINE = 400

/** The tokens of both texts, by number of the line from 0; none where nothing is coloured. */
interface Syntax {
  readonly before: ReturnType<typeof goTokens>
  readonly after: ReturnType<typeof goTokens>
}

/** A unified diff of one file for people, ending with a newline; `''` when nothing changed. */
export function renderDiff(change: TextChange, screen: Screen): string {
  const hunks = hunksOf(change)
  if (hunks.length === 0) return ''
  const path = printableLine(change.path)
  const heading = [`--- a/${path}`, `+++ b/${path}`].map(line => screen.paint.bold(line))
  const syntax = screen.coloured && path.endsWith('.go') ? syntaxOf(change) : { before: [], after: [] }
  return [...heading, ...hunks.flatMap(hunk => hunkLines(hunk, syntax, screen))]
    .map(line => `${line}\n`)
    .join('')
}

function syntaxOf({ before, after }: TextChange): Syntax {
  return { before: goTokens(before), after: goTokens(after) }
}

function hunkLines(hunk: Hunk, syntax: Syntax, screen: Screen): string[] {
  const { paint } = screen
  const shown = withoutCarriageReturns(hunk.lines)
  const segments = withChangedWords(shown)
  let [oldLine, newLine] = [hunk.oldStart - 1, hunk.newStart - 1]
  const rows = shown.flatMap((line, index) => {
    const [sign, text] = [line.charAt(0), line.slice(1)]
    const tokens = (sign === '-' ? syntax.before[oldLine] : syntax.after[newLine]) ?? []
    if (sign === '-' || sign === ' ') oldLine++
    if (sign === '+' || sign === ' ') newLine++
    const colour = sign === '-' ? paint.red : sign === '+' ? paint.green : sign === '\\' ? paint.dim : String
    const painted = paintLine(text, sign === '\\' ? [] : tokens, segments.get(index), colour, paint)
    return wrapped(painted, screen.width).map(piece => colour(sign) + piece)
  })
  return [paint.cyan(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`), ...rows]
}

/** In a file with CRLF throughout the carriage returns say nothing; where only some lines have them they are shown. */
function withoutCarriageReturns(lines: readonly string[]): readonly string[] {
  const content = lines.filter(line => !line.startsWith('\\'))
  if (!content.every(line => line.endsWith('\r'))) return lines
  return lines.map(line => (line.endsWith('\r') ? line.slice(0, -1) : line))
}

/** Pairs the removed lines of a block with as many added ones after them; keyed by the index of the line. */
function withChangedWords(lines: readonly string[]): ReadonlyMap<number, readonly Segment[]> {
  const segments = new Map<number, readonly Segment[]>()
  const signs = lines.map(line => line.charAt(0)).join('')
  for (const match of signs.matchAll(/(-+)(\++)/g)) {
    const [, { length: removed } = '', { length: added } = ''] = match
    if (removed !== added) continue
    for (let index = match.index; index < match.index + removed; index++) {
      const [before = '', after = ''] = [lines[index]?.slice(1), lines[index + removed]?.slice(1)]
      if (Math.max(before.length, after.length) > LONGEST_COMPARED_LINE) continue
      const pair = compareLines(before, after)
      if (!alike(pair.removed)) continue
      segments.set(index, pair.removed)
      segments.set(index + removed, pair.added)
    }
  }
  return segments
}

/** Reports whether enough of a line is kept for its changed words to stand out. */
function alike(segments: readonly Segment[]): boolean {
  const kept = segments.filter(({ changed }) => !changed).map(({ text }) => text.trim().length)
  const all = segments.map(({ text }) => text.trim().length)
  return sum(kept) * 3 >= sum(all)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** What goes on in the next row begins with an ellipsis; there is room for it and the sign. */
function wrapped(text: string, width: number): string[] {
  const [first = '', ...rest] = wrapCode(text, width - 2)
  return [first, ...rest.map(piece => `…${piece}`)]
}
