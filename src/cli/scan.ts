import { acceptNone } from '../engine/answers.ts'
import { textReport } from '../report/text.ts'
import { exitCode, type RunFlags, runEngine, writeNothing } from './session.ts'

/** Lists every finding; returns the exit code. */
export async function scan(patterns: readonly string[], flags: RunFlags): Promise<number> {
  const result = await runEngine(patterns, flags, { review: acceptNone, apply: writeNothing })
  process.stdout.write(textReport(result))
  return exitCode(result, flags.check ?? false)
}
