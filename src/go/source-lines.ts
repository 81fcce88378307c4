/** The line of an index into a text, from 1 on. */
export function lineNumber(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** The index at which the line of `index` starts. */
export function lineStart(text: string, index: number): number {
  return index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1
}

/** The index of the line break, CR LF or LF, that ends the line of `index`; the end of the text without one. */
export function lineEnd(text: string, index: number): number {
  const newline = text.indexOf('\n', index)
  if (newline < 0) return text.length
  return text[newline - 1] === '\r' && newline > index ? newline - 1 : newline
}

/** The index at which the line after that of `index` starts; the end of the text without one. */
export function nextLine(text: string, index: number): number {
  const newline = text.indexOf('\n', index)
  return newline < 0 ? text.length : newline + 1
}

/** Reports whether nothing but space and comments that end there follows `index` on its line. */
export function restIsComment(text: string, index: number): boolean {
  return /^\s*(\/\*((?!\*\/).)*\*\/\s*)*(\/\/.*)?$/.test(text.slice(index, lineEnd(text, index)))
}
