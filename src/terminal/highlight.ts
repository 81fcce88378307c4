import highlight from 'highlight.js/lib/core'
import go from 'highlight.js/lib/languages/go'

/** A stretch of one line, as columns, that is of one kind. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly kind: 'keyword' | 'string' | 'number'
}

/** A diff has to be there at once: in longer texts nothing is coloured. */
const LONGEST_TEXT = 300_000

/** What highlight.js calls the parts of Go that are told apart here. */
const KINDS: Readonly<Record<string, Token['kind']>> = {
  'hljs-keyword': 'keyword',
  'hljs-type': 'keyword',
  'hljs-built_in': 'keyword',
  'hljs-string': 'string',
  'hljs-number': 'number',
  'hljs-literal': 'number',
}

/** What highlight.js writes for the characters that mean something in HTML. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

highlight.registerLanguage('go', go)

/** The tokens of each line of a Go text; lines are divided by newlines only. */
export function goTokens(text: string): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]]
  if (text.length > LONGEST_TEXT) return lines
  const open: (Token['kind'] | undefined)[] = []
  let column = 0
  for (const [part] of highlight.highlight(text, { language: 'go' }).value.matchAll(/<[^>]*>|[^<]+/g)) {
    if (part === '</span>') open.pop()
    else if (part.startsWith('<')) open.push(KINDS[/class="([^" ]+)/.exec(part)?.[1] ?? ''] ?? open.at(-1))
    else add(part.replace(/&#?\w+;/g, entity => ENTITIES[entity] ?? entity))
  }
  return lines

  function add(value: string): void {
    const kind = open.at(-1)
    for (const [index, piece] of value.split('\n').entries()) {
      if (index > 0) {
        lines.push([])
        column = 0
      }
      if (kind && piece) lines.at(-1)?.push({ start: column, end: column + piece.length, kind })
      column += piece.length
    }
  }
}
