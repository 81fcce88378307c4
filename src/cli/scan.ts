import { acceptNone } from '../engine/answers.ts'
import { UsageError } from '../errors.ts'
import { BASELINE_NAME, newBaseline, readBaseline, writeBaseline } from './baseline.ts'
import { exitCode, printReport, type RunFlags, runEngine } from './session.ts'

interface ScanFlags extends RunFlags {
  readonly updateBaseline?: boolean
  readonly pruneBaseline?: boolean
}

/** Lists every finding, or writes the baseline; returns the exit code. */
export async function scan(patterns: readonly string[], flags: ScanFlags): Promise<number> {
  if (flags.updateBaseline || flags.pruneBaseline) return writeNewBaseline(patterns, flags)
  const result = await runEngine(patterns, flags, { review: acceptNone })
  await printReport(result, flags.format ?? 'text', flags)
  return exitCode(result, flags.check ?? false)
}

async function writeNewBaseline(patterns: readonly string[], flags: ScanFlags): Promise<number> {
  if (patterns.length > 0 || flags.select || flags.ignore || flags.since)
    throw new UsageError(
      'the baseline is about the whole tree: leave out patterns, --select, --ignore and --since',
    )
  const how = flags.updateBaseline ? 'update' : 'prune'
  const before = how === 'prune' ? readBaseline(flags.baseline || undefined) : new Map<string, string>()
  if (!before) throw new UsageError(`there is no ${BASELINE_NAME} to prune`)
  const mode = { review: acceptNone, withoutBaseline: true }
  const result = await runEngine(patterns, { ...flags, verify: 'off' }, mode)
  const after = newBaseline(result.outcomes, before, how)
  writeBaseline(flags.baseline || undefined, after)
  process.stdout.write(`${flags.baseline || BASELINE_NAME} lists ${after.size} of the findings\n`)
  return exitCode({ ...result, outcomes: [] }, false)
}
