import { lineNumber } from '../../go/source-lines.ts'
import type { Header, Refused } from './header.ts'
import type { Work } from './work.ts'

/**
 * Slices and strings of these headers that another header of the function, one that does not go with them, may write
 * to. They may be none that Go itself makes, of a nil pointer and a length for example, and package unsafe checks that.
 */
export function writtenElsewhere(
  { solutions, file }: Work,
  headers: readonly Header[],
  refused: readonly Refused[],
): readonly string[] {
  const own = new Set(solutions.map(({ header }) => header))
  return solutions.flatMap(({ header: { origin } }) => {
    if (origin.kind === 'new') return []
    const { text } = origin.place
    const other =
      headers.find(
        header =>
          !own.has(header) &&
          header.origin.kind === 'view' &&
          header.origin.place.text === text &&
          header.uses.some(({ kind }) => kind === 'write' || kind === 'pointer'),
      )?.at ?? refused.find(({ at }) => at.text.includes(`&${text}`))?.at
    return other
      ? [
          `line ${lineNumber(file.text, other.startIndex)} has another header of ${text}, by which it may become what Go never makes, a nil pointer with a length for example: package unsafe panics for that`,
        ]
      : []
  })
}
