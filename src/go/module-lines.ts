/**
 * Splits a go.mod or go.work into its directives, each with its arguments; a block gives one a line
 * (https://go.dev/ref/mod#go-mod-file-lexical). What is malformed is left out: the go command will say so.
 */
export function moduleDirectives(text: string): string[][] {
  const directives: string[][] = []
  let block: readonly string[] | undefined
  for (const line of text.split('\n')) {
    const words = wordsOf(line)
    if (words?.[0] === undefined) continue
    if (block && words[0] === ')') block = undefined
    else if (block) directives.push([...block, ...words])
    else if (words.at(-1) === '(') block = words.slice(0, -1)
    else directives.push(words)
  }
  return directives
}

const WORD = /[ \t\r]*(?:(\/\/.*)|("(?:[^"\\]|\\.)*"|`[^`]*`)|([()[\]{},])|((?:(?!\/\/)[^\s()[\]{},])+))/uy

/** Undefined when the line has what is no token. */
function wordsOf(line: string): string[] | undefined {
  const words: string[] = []
  const end = line.trimEnd().length
  WORD.lastIndex = 0
  while (WORD.lastIndex < end) {
    const [, comment, quoted, punctuation, bare] = WORD.exec(line) ?? []
    const word = quoted ? unquoted(quoted) : (punctuation ?? bare)
    if (comment !== undefined) break
    if (word === undefined) return undefined
    words.push(word)
  }
  return words
}

function unquoted(literal: string): string | undefined {
  if (literal.startsWith('`')) return literal.slice(1, -1)
  try {
    return JSON.parse(literal) as string
  } catch {
    return undefined // an escape that only Go has; no module path needs one
  }
}
