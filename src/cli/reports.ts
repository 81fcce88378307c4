import { writeFile } from 'node:fs/promises'
import type { RunResult } from '../engine/types.ts'
import { UsageError } from '../errors.ts'
import { githubReport, githubReview } from '../report/github.ts'
import { jsonReport } from '../report/json.ts'
import { markdownReport } from '../report/markdown.ts'
import { patchReport } from '../report/patch.ts'
import type { Rule } from '../report/sarif.ts'
import { statReport } from '../report/stat.ts'
import { textReport } from '../report/text.ts'
import type { Transform } from '../transform.ts'
import type { Format, Output } from './formats.ts'
import { packageVersion } from './version.ts'

/** Writes each output to its file. Throws UsageError when a file cannot be written. */
export async function writeOutputs(
  outputs: readonly Output[],
  result: RunResult,
  transforms: readonly Transform[],
): Promise<void> {
  for (const { format, path } of outputs) {
    const text = await reportAs(format, result, transforms)
    await writeFile(path, text).catch(cause => {
      throw new UsageError(`cannot write the ${format} report to ${path}: ${cause.message}`, { cause })
    })
  }
}

/** The run in one format, as it is printed or written. */
export async function reportAs(
  format: Format,
  result: RunResult,
  transforms: readonly Transform[],
): Promise<string> {
  switch (format) {
    case 'text':
      return textReport(result)
    case 'stat':
      return statReport(result)
    case 'patch':
      return patchReport(result.patches)
    case 'json':
      return jsonReport(result)
    case 'sarif': {
      const { sarifReport } = await import('../report/sarif.ts')
      return sarifReport(result, { version: await packageVersion(), rules: transforms.map(ruleOf) })
    }
    case 'github':
      return githubReport(result)
    case 'github-review':
      return githubReview(result)
    case 'markdown':
      return markdownReport(result)
    case 'html': {
      const { htmlReport } = await import('../report/html.ts')
      return htmlReport(result)
    }
  }
}

function ruleOf({ name, meta }: Transform): Rule {
  return { name, summary: meta.summary, why: meta.why }
}
