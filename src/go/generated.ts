// https://go.dev/s/generatedcode: a whole line comment, before the first text that is neither comment nor blank.
const MARKER = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/

/** The number, from 1, of the line that says that a tool generated this Go file; undefined when none does. */
export function generatedMarkerLine(text: string): number | undefined {
  let inBlockComment = false
  let number = 0
  for (const line of text.split('\n')) {
    number++
    if (!inBlockComment && MARKER.test(line)) return number
    const rest = codeOf(line, inBlockComment)
    if (rest.code !== '') return undefined
    inBlockComment = rest.inBlockComment
  }
  return undefined
}

/** What is left of a line without its comments, and whether a block comment is open at its end. */
function codeOf(line: string, inBlockComment: boolean): { code: string; inBlockComment: boolean } {
  let rest = line.replace(/^\uFEFF/, '')
  for (;;) {
    if (inBlockComment) {
      const end = rest.indexOf('*/')
      if (end < 0) return { code: '', inBlockComment: true }
      rest = rest.slice(end + 2)
    }
    rest = rest.trim()
    if (!rest.startsWith('/*')) return { code: rest.startsWith('//') ? '' : rest, inBlockComment: false }
    rest = rest.slice(2)
    inBlockComment = true
  }
}
