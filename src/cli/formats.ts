import { UsageError } from '../errors.ts'
import type { SplitBy } from '../report/split.ts'

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

/** Reads `html=report.html`, one of several `--output`. Throws UsageError for an unknown format or placeholder. */
export function parseOutput(text: string, previous: readonly Output[] = []): readonly Output[] {
  const [, name = '', path = ''] = /^([^=]*)=(.+)$/s.exec(text) ?? []
  const format = FORMATS.find(format => format === name)
  if (!format) throw new UsageError(`--output ${text}: write FORMAT=FILE; formats are ${FORMATS.join(', ')}`)
  const output = { format, path }
  const placeholders = placeholdersOf(output)
  if (placeholders.length > 0 && format !== 'patch')
    throw new UsageError(`--output ${text}: only patch=FILE can be split by ${placeholders.join(' and ')}`)
  if (placeholders.length > 1)
    throw new UsageError(`--output ${text}: a patch is split by one of ${placeholders.join(' and ')}`)
  return [...previous, output]
}

const SPLITS = ['transform', 'package', 'owner'] as const satisfies readonly SplitBy[]

/** What `{transform}`, `{package}` or `{owner}` in the path of a patch stands for; undefined for one patch of all. */
export function splitOf(output: Output): SplitBy | undefined {
  return placeholdersOf(output)[0]
}

function placeholdersOf({ path }: Output): readonly SplitBy[] {
  return SPLITS.filter(by => path.includes(`{${by}}`))
}
