import wrapAnsi from 'wrap-ansi'

/** Breaks sentences between words so that they fit; rows after the first are indented by `indent`. */
export function wrapWords(text: string, width: number, indent = ''): string {
  if (width === Number.POSITIVE_INFINITY) return text
  const [first = '', ...rest] = wrapAnsi(text, width - indent.length, { hard: true, trim: false }).split('\n')
  return [first, ...rest.map(row => `${indent}${row.trimStart()}`)].join('\n')
}

/** Breaks code wherever the width ends; colours go on in the next row. */
export function wrapCode(text: string, width: number): string[] {
  if (width === Number.POSITIVE_INFINITY) return [text]
  return wrapAnsi(text, width, { hard: true, trim: false, wordWrap: false }).split('\n')
}
