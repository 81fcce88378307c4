import { printable, printableLine } from './printable.ts'

/** Text that Markdown shows as it is, on one line: no markup but `code`, no links, no mentions. */
export function prose(text: string): string {
  const parts = printable(text)
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]+`)/)
  return parts.map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escaped(part))).join('')
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&]/g, character => `\\${character}`)
    .replace(/(?<!\w)@(?=\w)/g, '@\u2060') // a mention would notify people
}

/** Code within a line; also safe in a table. */
export function code(text: string): string {
  const shown = printableLine(text).replaceAll('|', '\\|')
  const fence = '`'.repeat(longestRun(shown) + 1)
  const space = /^`|`$/.test(shown) ? ' ' : ''
  return `${fence}${space}${shown}${space}${fence}`
}

/** A fenced block whose fence is longer than any in the text. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(longestRun(text) + 1, 3))
  const content = text === '' ? '' : `${text}\n`
  return `${fence}${language}\n${content}${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}
