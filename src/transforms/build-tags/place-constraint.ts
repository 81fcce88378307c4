import type { Header, HeaderLine } from '../../go/constraint/header.ts'
import type { GoFile } from '../../go/file.ts'
import type { Edit } from '../../transform.ts'

/**
 * The edit that puts `block`, a `//go:build` line and the `+build` lines after it, where gofmt would put it,
 * in place of the header's own lines (fixGoBuildLines in go/printer).
 */
export function placeConstraint(file: GoFile, header: Header, block: readonly string[]): Edit {
  const { path } = file
  const text = file.text.slice(0, headerEnd(file, header))
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const at = insertionIndex(text, start, header)
  const old = [...header.goBuild, ...header.plusBuild].sort((a, b) => a.startIndex - b.startIndex)
  const lineBreak = lineBreakAfter(text, header)

  const before = withoutLines(text, start, at, old)
  const inserted = [...block, ''].map(line => line + lineBreak).join('')
  const after = withoutLines(text, at, text.length, old)
  return changedLines(path, text, text.slice(0, start) + before + inserted + after)
}

/** The start of the line with the first code; the end of the text when there is no code. */
function headerEnd({ text }: GoFile, { codeIndex }: Header): number {
  return codeIndex === text.length ? codeIndex : text.lastIndexOf('\n', codeIndex) + 1
}

/** The text after an edit. */
export function applyEdit(text: string, { startIndex, endIndex, newText }: Edit): string {
  return text.slice(0, startIndex) + newText + text.slice(endIndex)
}

const COMMENT_LINE = /[ \t\r]*(\/\/[^\n]*)?\n/y

/** After the last blank line of the leading comments, or at the first constraint where that comes earlier. */
function insertionIndex(text: string, start: number, { goBuild, plusBuild }: Header): number {
  let index = start
  COMMENT_LINE.lastIndex = start
  for (let match = COMMENT_LINE.exec(text); match; match = COMMENT_LINE.exec(text)) {
    if (match[1] === undefined) index = COMMENT_LINE.lastIndex
  }
  const earlier = [goBuild[0], plusBuild[0]].find(line => line && line.startIndex < index)
  return earlier?.startIndex ?? index
}

function lineBreakAfter(text: string, { plusBuild }: Header): string {
  return text.startsWith('\r\n', plusBuild[0]?.endIndex) ? '\r\n' : '\n'
}

/** The text of `[from, to)` without these lines, and without a blank line beside another that this would leave. */
function withoutLines(text: string, from: number, to: number, lines: readonly HeaderLine[]): string {
  let result = ''
  let index = from
  for (const { startIndex, endIndex } of lines) {
    if (startIndex < from || startIndex >= to) continue
    result = index === from ? text.slice(from, startIndex) : join(result, text.slice(index, startIndex))
    index = text.indexOf('\n', endIndex) + 1 || to
  }
  return index === from ? text.slice(from, to) : join(result, text.slice(index, to))
}

const STARTS_BLANK = /^[ \t\r]*\n/
const ENDS_BLANK = /(^|\n)[ \t\r]*\n$/

/** Joins two runs of whole lines; where both meet in a blank line, one goes. */
function join(left: string, right: string): string {
  const isAtBlank = left === '' || ENDS_BLANK.test(left)
  return left + (isAtBlank ? right.replace(STARTS_BLANK, '') : right)
}

/** One edit over the whole lines in which two texts differ. */
function changedLines(path: string, before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < shorter && before[prefix] === after[prefix]) prefix++
  while (!isLineStart(before, prefix)) prefix--

  let suffix = 0
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++
  while (
    suffix > 0 &&
    !(isLineStart(before, before.length - suffix) && isLineStart(after, after.length - suffix))
  )
    suffix--

  return {
    path,
    startIndex: prefix,
    endIndex: before.length - suffix,
    newText: after.slice(prefix, after.length - suffix),
  }
}

function isLineStart(text: string, index: number): boolean {
  return index === 0 || text[index - 1] === '\n' || (index === 1 && text.startsWith('\uFEFF'))
}
