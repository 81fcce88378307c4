import { UsageError } from '../errors.ts'

/** What was answered to fixes, by fingerprint: a fix that changes gets another one, and is asked again. */
export type Answers = ReadonlyMap<string, 'accepted' | 'declined'>

const FORMAT_VERSION = 1

/** Answers as a file that `fix --answers` and the HTML report share; ends with a newline. */
export function formatAnswers(answers: Answers): string {
  const sorted = [...answers].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify({ version: FORMAT_VERSION, answers: Object.fromEntries(sorted) }, undefined, 2)}\n`
}

/** Reads what formatAnswers wrote. Throws UsageError, with `path` in it, for anything else. */
export function parseAnswers(text: string, path: string): Answers {
  let file: { version?: unknown; answers?: unknown }
  try {
    file = JSON.parse(text)
  } catch (cause) {
    throw new UsageError(`${path} is not JSON: ${(cause as Error).message}`, { cause })
  }
  if (file?.version !== FORMAT_VERSION)
    throw new UsageError(`${path} is no answers file of version ${FORMAT_VERSION}; make it with this gomend`)
  const entries = Object.entries((file.answers ?? {}) as Record<string, unknown>)
  const wrong = entries.find(([, answer]) => answer !== 'accepted' && answer !== 'declined')
  if (wrong) throw new UsageError(`${path}: the answer to ${wrong[0]} must be "accepted" or "declined"`)
  return new Map(entries as [string, 'accepted' | 'declined'][])
}
