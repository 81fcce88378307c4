// https://go.dev/s/generatedcode: a whole line comment, before the first text that is neither comment nor blank.
const MARKER = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/

/** The number, from 1, of the line that says that a tool generated this Go file; undefined when none does. */
export function generatedMarkerLine(text: string): number | undefined {
  let inBlockComment = false
  let number = 0
  for (const line of linesOf(text)) {
    number++
    if (!inBlockComment && MARKER.test(line)) return number
    const rest = codeOf(line, inBlockComment)
    if (rest.code !== '') return undefined
    inBlockComment = rest.inBlockComment
  }
  return undefined
}

/** One at a time: a file can be long, and only its first lines matter. */
function* linesOf(text: string): Iterable<string> {
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    yield text.slice(start, end)
    start = end + 1
  }
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
