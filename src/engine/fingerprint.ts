import { createHash } from 'node:crypto'
import type { Finding } from '../transform.ts'
import { withoutLines } from './words.ts'

/**
 * Names each finding of one file or package by content instead of position: transform, path, message (whatever lines
 * it names), the lines found and the new text; equal ones are told apart by their order.
 */
export function fingerprints(
  transform: string,
  findings: readonly Finding[],
  textOf: (path: string) => string | undefined,
): string[] {
  const seen = new Map<string, number>()
  return findings.map(finding => {
    const parts = [
      transform,
      finding.at.path,
      withoutLines(finding.message),
      linesAt(textOf(finding.at.path) ?? '', finding.at.startIndex, finding.at.endIndex),
    ]
    for (const edit of finding.fix?.edits ?? []) parts.push(edit.path, edit.newText)
    const content = parts.join('\0')
    const ordinal = seen.get(content) ?? 0
    seen.set(content, ordinal + 1)
    return createHash('sha256').update(`${content}\0${ordinal}`).digest('hex').slice(0, 16)
  })
}

function linesAt(text: string, startIndex: number, endIndex: number): string {
  const start = startIndex === 0 ? 0 : text.lastIndexOf('\n', startIndex - 1) + 1
  const end = text.indexOf('\n', endIndex)
  return text.slice(start, end < 0 ? text.length : end)
}
