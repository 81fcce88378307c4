import type { Position } from './types.ts'

/** Makes a function that turns offsets (UTF-16) into one text into lines and columns, which count from 1. */
export function positionsIn(text: string): (index: number) => Position {
  const starts = [0]
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', newline + 1))
    starts.push(newline + 1)

  return index => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle
    }
    return { line: low + 1, column: index - (starts[low] ?? 0) + 1 }
  }
}
