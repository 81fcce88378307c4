/** Reports whether Go code names something, fields and methods of other things left out. */
export function hasWord(code: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}_.])${name}(?![\\p{L}\\p{N}_])`, 'u').test(code)
}
