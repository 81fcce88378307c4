import { acceptAll, acceptSafe } from '../engine/answers.ts'
import { applyPatches } from '../engine/apply.ts'
import { requireCleanTree } from '../engine/git.ts'
import type { Review } from '../engine/types.ts'
import { withJournal } from '../engine/with-journal.ts'
import { UsageError } from '../errors.ts'
import { promptReview } from '../terminal/review.ts'
import { screenOf } from '../terminal/screen.ts'
import { exitCode, printReport, type RunFlags, runEngine } from './session.ts'

interface FixFlags extends RunFlags {
  readonly yes?: boolean
  readonly reviewToo?: boolean
  readonly allowDirty?: boolean
}

/** Has every fix decided, writes the accepted ones and reports; returns the exit code. */
export async function fix(patterns: readonly string[], flags: FixFlags): Promise<number> {
  const root = process.cwd()
  const review = reviewFor(flags)
  const result = await withJournal(root, async (journal, recovery) => {
    if (recovery) process.stderr.write(`gomend: ${recovery.message}\n`)
    // Only now: half an apply, which has just been rolled back, is an uncommitted change too.
    if (!flags.allowDirty) await requireCleanTree(root)
    return runEngine(patterns, flags, { review, apply: patches => applyPatches(journal, patches) })
  })
  await printReport(result, flags.format ?? 'text', flags)
  return exitCode(result, false)
}

function reviewFor(flags: FixFlags): Review {
  if (flags.reviewToo && !flags.yes)
    throw new UsageError('--review-too goes with --yes; without it each fix is asked')
  if (flags.yes) return flags.reviewToo ? acceptAll : acceptSafe
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError(
      'there is no terminal to ask on; use --yes to accept the safe fixes, or `gomend diff` to look',
    )
  const screen = screenOf(process.stdout, process.env, flags.plain)
  return promptReview(screen, {
    input: process.stdin,
    output: process.stdout,
    mode: flags.plain ? 'lines' : 'keys',
  })
}
