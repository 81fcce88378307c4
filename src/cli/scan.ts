import { acceptNone } from '../engine/answers.ts'
import { exitCode, printReport, type RunFlags, runEngine, writeNothing } from './session.ts'

/** Lists every finding; returns the exit code. */
export async function scan(patterns: readonly string[], flags: RunFlags): Promise<number> {
  const result = await runEngine(patterns, flags, { review: acceptNone, apply: writeNothing })
  await printReport(result, flags.format ?? 'text', flags)
  return exitCode(result, flags.check ?? false)
}
