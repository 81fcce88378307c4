import { printable } from '../report/printable.ts'
import type { Segment } from '../report/unified.ts'
import type { Paint } from './colour.ts'
import type { Token } from './highlight.ts'

type Colour = (text: string) => string

const TAB = '    '

/** Words that changed stand out; the rest has the colours of Go, on the colour of the line. */
export function paintLine(
  text: string,
  tokens: readonly Token[],
  segments: readonly Segment[] = [{ text, changed: false }],
  colour: Colour,
  paint: Paint,
): string {
  const colours: Readonly<Record<Token['kind'], Colour>> = {
    keyword: paint.magenta,
    string: paint.yellow,
    number: paint.cyan,
  }
  let painted = ''
  let column = 0
  for (const segment of segments) {
    const end = column + segment.text.length
    if (segment.changed) painted += colour(paint.inverse(visible(segment.text)))
    else painted += paintSyntax(column, end)
    column = end
  }
  return painted

  function paintSyntax(start: number, end: number): string {
    let pieces = ''
    let from = start
    for (const token of tokens.filter(token => token.end > start && token.start < end)) {
      const [tokenStart, tokenEnd] = [Math.max(token.start, start), Math.min(token.end, end)]
      pieces += piece(from, tokenStart, colour) + piece(tokenStart, tokenEnd, colours[token.kind])
      from = tokenEnd
    }
    return pieces + piece(from, end, colour)
  }

  function piece(start: number, end: number, style: Colour): string {
    return start < end ? style(visible(text.slice(start, end))) : ''
  }
}

function visible(text: string): string {
  return printable(text).replaceAll('\t', TAB)
}
