/** Lines, counted from 1, both included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/**
 * Where the lines of one text are in a later version of it: the line itself where it is known, else the change that it
 * is in, with the line on either side.
 */
export function mapLines(from: string, to: string): (line: number) => LineRange {
  const [before, after] = [from.split('\n'), to.split('\n')]
  const same: (number | undefined)[] = new Array(before.length)
  match(before, after, { start: 0, end: before.length }, { start: 0, end: after.length }, same)

  return line => {
    const index = line - 1
    let previous = index
    while (previous >= 0 && same[previous] === undefined) previous--
    let next = index
    while (next < before.length && same[next] === undefined) next++
    const [start, end] = [same[previous] ?? -1, same[next] ?? after.length]
    // A change of as many lines as before is taken to be line by line.
    const exact = end - start === next - previous ? start + (index - previous) : undefined
    if (exact !== undefined) return { first: exact + 1, last: exact + 1 }
    return { first: Math.max(1, start + 1), last: Math.min(after.length, end + 1) }
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Patience diff: enters in `same`, for lines of `a`, which line of `b` they are. */
function match(
  before: readonly string[],
  after: readonly string[],
  a: Span,
  b: Span,
  same: (number | undefined)[],
): void {
  let [start, end] = [a.start, a.end]
  let [otherStart, otherEnd] = [b.start, b.end]
  while (start < end && otherStart < otherEnd && before[start] === after[otherStart])
    same[start++] = otherStart++
  while (start < end && otherStart < otherEnd && before[end - 1] === after[otherEnd - 1])
    same[--end] = --otherEnd
  if (start === end || otherStart === otherEnd) return

  let [from, otherFrom] = [start, otherStart]
  const others = uniqueLines(after, { start: otherStart, end: otherEnd })
  for (const [text, index] of uniqueLines(before, { start, end })) {
    const other = others.get(text)
    if (other === undefined || other < otherFrom) continue
    same[index] = other
    match(before, after, { start: from, end: index }, { start: otherFrom, end: other }, same)
    from = index + 1
    otherFrom = other + 1
  }
  if (from > start) match(before, after, { start: from, end }, { start: otherFrom, end: otherEnd }, same)
}

/** The lines that occur once in the span, in order, with their index. */
function uniqueLines(lines: readonly string[], { start, end }: Span): ReadonlyMap<string, number> {
  const indexes = new Map<string, number | undefined>()
  for (let index = start; index < end; index++) {
    const text = lines[index] ?? ''
    indexes.set(text, indexes.has(text) ? undefined : index)
  }
  return new Map([...indexes].filter((entry): entry is [string, number] => entry[1] !== undefined))
}
