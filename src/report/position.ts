import type { Position } from '../engine/types.ts'

/** Line and column, both from 1, of a UTF-16 offset; a line ends with `\n`. */
export function positionAt(text: string, index: number): Position {
  let line = 1
  let lineStart = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < index; end = text.indexOf('\n', end + 1)) {
    line++
    lineStart = end + 1
  }
  return { line, column: index - lineStart + 1 }
}
