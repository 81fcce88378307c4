const COMMENT_OR_TEXT = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/|\x60[^\x60]*\x60|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`
const OUTSIDE = new RegExp(`${COMMENT_OR_TEXT}|[(){}[\\]\\n]|\\b(?:func|struct|interface)\\b`, 'g')
const INSIDE = new RegExp(`${COMMENT_OR_TEXT}|[{}]`, 'g')

/**
 * The source with spaces for what is in the bodies of its functions, so that there is less to parse. Every offset stays
 * what it was. Where it cannot be told what belongs to a body, that stays too.
 */
export function withoutBodies(source: string): string {
  let result = ''
  let copied = 0
  let depth = 0
  let isSignature = false
  let previous = ''
  OUTSIDE.lastIndex = 0
  for (let match = OUTSIDE.exec(source); match; match = OUTSIDE.exec(source)) {
    const [token] = match
    if (token.startsWith('/')) continue
    if (token === '\n') {
      if (depth === 0) isSignature = false
    } else if (token === 'func') isSignature ||= depth === 0 && startsLine(source, match.index)
    else if (token === '(' || token === '[') depth++
    else if (token === ')' || token === ']' || token === '}') depth--
    else if (token === '{') {
      const isBody = isSignature && depth === 0 && previous !== 'struct' && previous !== 'interface'
      const end = isBody ? endOfBody(source, match.index + 1) : undefined
      if (isBody && end === undefined) return source
      if (end === undefined) depth++
      else {
        result += source.slice(copied, match.index + 1) + ' '.repeat(end - match.index - 1)
        copied = end
        OUTSIDE.lastIndex = end + 1
        isSignature = false
      }
    }
    if (depth < 0) return source
    previous = token
  }
  return result + source.slice(copied)
}

/** Where the brace is that closes a body; undefined when there is none. */
function endOfBody(source: string, start: number): number | undefined {
  let depth = 1
  INSIDE.lastIndex = start
  for (let match = INSIDE.exec(source); match; match = INSIDE.exec(source)) {
    if (match[0] === '{') depth++
    else if (match[0] === '}' && --depth === 0) return match.index
  }
  return undefined
}

function startsLine(source: string, index: number): boolean {
  let start = index
  while (start > 0 && /[ \t]/.test(source.charAt(start - 1))) start--
  return start === 0 || source[start - 1] === '\n'
}
