import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RunResult } from '../engine/types.ts'
import { UsageError } from '../errors.ts'
import type { Rule } from '../report/sarif.ts'
import type { Transform } from '../transform.ts'
import { type Format, type Output, splitOf } from './formats.ts'
import type { OwnersOf } from './owners.ts'
import { packageVersion } from './version.ts'

/** Writes each output to its file, with the directories that are missing. Throws UsageError when one cannot be written. */
export async function writeOutputs(
  outputs: readonly Output[],
  result: RunResult,
  transforms: readonly Transform[],
  ownersOf: OwnersOf,
): Promise<void> {
  for (const output of outputs) {
    const { format, path } = output
    const by = splitOf(output)
    if (!by) await write(path, await reportAs(format, result, transforms), format)
    else {
      const { splitChanges } = await import('../report/split.ts')
      const { patchReport } = await import('../report/patch.ts')
      for (const { name, changes } of splitChanges(result, by, ownersOf))
        await write(path.replaceAll(`{${by}}`, fileName(name)), patchReport(changes), format)
    }
  }
}

async function write(path: string, text: string, format: Format): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (cause) {
    throw new UsageError(`cannot write the ${format} report to ${path}: ${(cause as Error).message}`, {
      cause,
    })
  }
}

/** A package or a team becomes a path below; nothing can lead elsewhere. */
function fileName(name: string): string {
  return name
    .split('/')
    .map(part => part.replace(/^\.+$/, '_').replace(/[\\:*?"<>|]/g, '_'))
    .join('/')
}

/** The run in one format, as it is printed or written. */
export async function reportAs(
  format: Format,
  result: RunResult,
  transforms: readonly Transform[],
): Promise<string> {
  switch (format) {
    case 'text': {
      const { textReport } = await import('../report/text.ts')
      return textReport(result)
    }
    case 'stat': {
      const { statReport } = await import('../report/stat.ts')
      return statReport(result)
    }
    case 'patch': {
      const { patchReport } = await import('../report/patch.ts')
      return patchReport(result.patches)
    }
    case 'json': {
      const { jsonReport } = await import('../report/json.ts')
      return jsonReport(result)
    }
    case 'sarif': {
      const { sarifReport } = await import('../report/sarif.ts')
      return sarifReport(result, { version: await packageVersion(), rules: transforms.map(ruleOf) })
    }
    case 'github': {
      const { githubReport } = await import('../report/github.ts')
      return githubReport(result)
    }
    case 'github-review': {
      const { githubReview } = await import('../report/github.ts')
      return githubReview(result)
    }
    case 'markdown': {
      const { markdownReport } = await import('../report/markdown.ts')
      return markdownReport(result)
    }
    case 'html': {
      const { htmlReport } = await import('../report/html.ts')
      return htmlReport(result)
    }
  }
}

function ruleOf({ name, meta }: Transform): Rule {
  return { name, summary: meta.summary, why: meta.why }
}
