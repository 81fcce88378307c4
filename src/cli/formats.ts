import { UsageError } from '../errors.ts'

/** A report and the file to write it to. */
export interface Output {
  readonly format: Format
  readonly path: string
}

export type Format = (typeof FORMATS)[number]

/** What a run can be written as. */
export const FORMATS = [
  'text',
  'stat',
  'patch',
  'json',
  'sarif',
  'github',
  'github-review',
  'markdown',
  'html',
] as const

/** Reads `html=report.html`, one of several `--output`. Throws UsageError for an unknown format. */
export function parseOutput(text: string, previous: readonly Output[] = []): readonly Output[] {
  const [, name = '', path = ''] = /^([^=]*)=(.+)$/s.exec(text) ?? []
  const format = FORMATS.find(format => format === name)
  if (!format) throw new UsageError(`--output ${text}: write FORMAT=FILE; formats are ${FORMATS.join(', ')}`)
  return [...previous, { format, path }]
}
