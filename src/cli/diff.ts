import { acceptNone } from '../engine/answers.ts'
import { textReport } from '../report/text.ts'
import { exitCode, printReport, type RunFlags, runEngine } from './session.ts'

/** Prints the patch on standard output and what was left out of it on standard error; returns the exit code. */
export async function diff(patterns: readonly string[], flags: RunFlags): Promise<number> {
  const result = await runEngine(patterns, flags, { review: acceptNone })
  if (process.stdout.isTTY && !flags.format) {
    const { renderDiff } = await import('../terminal/diff.ts')
    const { screenOf } = await import('../terminal/screen.ts')
    const screen = screenOf(process.stdout, process.env, flags.plain)
    for (const patch of result.patches) process.stdout.write(renderDiff(patch, screen))
  } else {
    await printReport(result, flags.format ?? 'patch', flags)
  }
  process.stderr.write(textReport(result))
  return exitCode(result, flags.check ?? false)
}
