import type { FileKind } from '../file.ts'
import { goBuildText, plusBuildText } from './line.ts'
import { trimSpace } from './space.ts'

/** One whole line of a file's header; offsets are UTF-16 code units, without the line break. */
export interface HeaderLine {
  readonly startIndex: number
  readonly endIndex: number
  /** The line without white space at its ends. */
  readonly text: string
}

/** A `+build` line that go/build does not look at, and why. */
export interface IgnoredLine extends HeaderLine {
  readonly because: 'inside a block comment' | 'after a block comment' | 'no blank line after it'
}

/** The comments before a file's first code, as go/build sees them. */
export interface Header {
  /** Go honours one; more than one is an error of the whole package. */
  readonly goBuild: readonly HeaderLine[]
  /** The lines that Go obeys when there is no `//go:build` line, and that Go 1.16 and older always obey. */
  readonly plusBuild: readonly HeaderLine[]
  readonly ignored: readonly IgnoredLine[]
  /** Where the first text begins that is neither comment nor white space; the length of the text if none does. */
  readonly codeIndex: number
}

/**
 * Finds the build constraints of a file with go/build's own rules (parseFileHeader, and for files that are
 * not Go readComments). `//go:build` counts on a line of its own anywhere before the first code, except in a
 * block comment. `+build` counts only in the leading run of `//` comments and blank lines, and only
 * before the last blank line of that run.
 */
export function scanHeader(text: string, kind: FileKind): Header {
  // Of a file that is not Go, go/build reads just the leading comments: where the first code is indented,
  // what is left of its line looks blank and makes the comment above it count.
  const limit = kind === 'go' ? text.length : leadingComments(text)
  const goBuild: HeaderLine[] = []
  const candidates: {
    line: HeaderLine
    place: 'run' | 'inside a block comment' | 'after a block comment'
  }[] = []
  let runEnd = 0
  let inRun = true
  let inBlock = false
  let codeIndex = limit

  for (const line of linesOf(text, limit)) {
    if (line.text === '' && inRun) {
      runEnd = line.endIndex
      continue
    }
    const isComment = line.text.startsWith('//')
    if (!isComment) inRun = false

    if (!inBlock && goBuildText(line.text) !== undefined) goBuild.push(line)
    if (plusBuildText(line.text) !== undefined) {
      const place = inBlock ? 'inside a block comment' : inRun ? 'run' : 'after a block comment'
      candidates.push({ line, place })
    }

    const rest = skipComments(line.text, inBlock)
    inBlock = rest.inBlock
    if (rest.code === '') continue
    codeIndex = text.lastIndexOf(rest.code, line.endIndex)
    break
  }

  const isHonoured = ({ line, place }: (typeof candidates)[number]) =>
    place === 'run' && line.endIndex < runEnd
  return {
    goBuild,
    plusBuild: candidates.filter(isHonoured).map(({ line }) => line),
    ignored: candidates
      .filter(candidate => !isHonoured(candidate))
      .map(({ line, place }) => ({ ...line, because: place === 'run' ? 'no blank line after it' : place })),
    codeIndex,
  }
}

function* linesOf(text: string, limit: number): Iterable<HeaderLine> {
  let startIndex = text.startsWith('\uFEFF') ? 1 : 0
  while (startIndex < limit) {
    const newline = text.indexOf('\n', startIndex)
    const next = newline < 0 || newline >= limit ? limit : newline + 1
    const lineEnd = next === limit && newline !== limit - 1 ? limit : next - 1
    const endIndex = text[lineEnd - 1] === '\r' && lineEnd > startIndex ? lineEnd - 1 : lineEnd
    yield { startIndex, endIndex, text: trimSpace(text.slice(startIndex, endIndex)) }
    startIndex = next
  }
}

/** The code of a trimmed line, that is what follows its comments, and whether a block comment goes on. */
function skipComments(line: string, inBlock: boolean): { code: string; inBlock: boolean } {
  let rest = line
  let inside = inBlock
  while (rest !== '') {
    if (inside) {
      const end = rest.indexOf('*/')
      if (end < 0) return { code: '', inBlock: true }
      inside = false
      rest = trimSpace(rest.slice(end + 2))
    } else if (rest.startsWith('//')) {
      return { code: '', inBlock: false }
    } else if (rest.startsWith('/*')) {
      inside = true
      rest = trimSpace(rest.slice(2))
    } else {
      return { code: rest, inBlock: false }
    }
  }
  return { code: '', inBlock: inside }
}

// The space that go/build's reader skips is not that of unicode.IsSpace, and includes the semicolon.
const SPACE_OR_COMMENT = /[ \f\t\r\n;]+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y

function leadingComments(text: string): number {
  let index = text.startsWith('\uFEFF') ? 1 : 0
  for (;;) {
    SPACE_OR_COMMENT.lastIndex = index
    const match = SPACE_OR_COMMENT.exec(text)
    if (!match) return index
    index += match[0].length
  }
}
