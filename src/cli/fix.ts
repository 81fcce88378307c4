import { readFile } from 'node:fs/promises'
import { acceptAll, acceptSafe, declineAll, replay } from '../engine/answers.ts'
import { applyPatches } from '../engine/apply.ts'
import { requireCleanTree, type WorkTree } from '../engine/git.ts'
import type { Apply, Outcome, Patch, Review, RunResult } from '../engine/types.ts'
import { withJournal } from '../engine/with-journal.ts'
import { UsageError } from '../errors.ts'
import { type Answers, parseAnswers } from '../report/answers.ts'
import { NOT_ANSWERED, promptReview } from '../terminal/review.ts'
import { screenOf } from '../terminal/screen.ts'
import { commitRun } from './commit-run.ts'
import { editorFor } from './editor.ts'
import { type Interrupted, openInterrupted } from './interrupted.ts'
import { mergeRuns } from './merge-runs.ts'
import { say } from './say.ts'
import {
  exitCode,
  printReport,
  type RunFlags,
  reporterFor,
  runEngine,
  runSilently,
  settingsOf,
} from './session.ts'

interface FixFlags extends RunFlags {
  readonly yes?: boolean
  readonly reviewToo?: boolean
  readonly allowDirty?: boolean
  readonly answers?: string
  readonly restart?: boolean
  readonly commit?: boolean
}

/** Has every fix decided, writes the accepted ones and reports; returns the exit code. */
export async function fix(patterns: readonly string[], flags: FixFlags): Promise<number> {
  requirePossible(flags)
  const given = flags.answers === undefined ? new Map() : await readAnswers(flags.answers)
  const root = process.cwd()
  const result = await withJournal(root, async (journal, recovery) => {
    if (recovery) say(recovery.message)
    // Only now: half an apply, which has just been rolled back, is an uncommitted change too.
    if (!flags.allowDirty) await requireCleanTree(root)
    const interrupted = openInterrupted(journal.directory)
    if (flags.restart) interrupted.forget()
    const review = replay(given, `declined in ${flags.answers}`, reviewFor(flags, interrupted))
    const mode = { review, apply: (patches: readonly Patch[]) => applyPatches(journal, patches) }
    const result = flags.commit
      ? await runAndCommit(patterns, flags, mode, journal.workTree)
      : await runEngine(patterns, flags, mode)
    if (!result.outcomes.some(isUnfinished)) interrupted.forget()
    return result
  })
  await printReport(result, flags.format ?? 'text', flags)
  return exitCode(result, false)
}

/** Lets one transform after the other come to its end and commits what it has written. */
async function runAndCommit(
  patterns: readonly string[],
  flags: FixFlags,
  mode: { readonly review: Review; readonly apply: Apply },
  workTree: WorkTree | undefined,
): Promise<RunResult> {
  if (!workTree) throw new UsageError('--commit needs a git repository, and there is none here')
  const writeReports = await reporterFor(flags)
  const { transforms } = await settingsOf(flags)
  const results: RunResult[] = []
  for (const transform of transforms) {
    const result = await runSilently(patterns, { ...flags, select: [transform.name], ignore: [] }, mode)
    await commitRun(process.cwd(), workTree, transform, result)
    results.push(result)
  }
  const merged = mergeRuns(results)
  await writeReports(merged)
  return merged
}

/** Reports whether the next run should go on from the answers of this one. */
function isUnfinished(outcome: Outcome): boolean {
  return outcome.status === 'stale' || (outcome.status === 'declined' && outcome.reason === NOT_ANSWERED)
}

function requirePossible(flags: FixFlags): void {
  if (flags.reviewToo && !flags.yes)
    throw new UsageError('--review-too goes with --yes; without it each fix is asked')
  if (flags.commit && flags.allowDirty)
    throw new UsageError('--commit would commit your own changes too: leave out --allow-dirty')
  if (flags.yes || flags.answers !== undefined || isTerminal()) return
  throw new UsageError(
    'there is no terminal to ask on; use --yes to accept the safe fixes, or `gomend diff` to look',
  )
}

function isTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true
}

async function readAnswers(path: string): Promise<Answers> {
  const text = await readFile(path, 'utf8').catch(cause => {
    throw new UsageError(`cannot read the answers in ${path}: ${cause.message}`, { cause })
  })
  return parseAnswers(text, path)
}

/** Who decides on the fixes that no answers file decides. */
function reviewFor(flags: FixFlags, interrupted: Interrupted): Review {
  if (flags.yes) return flags.reviewToo ? acceptAll : acceptSafe
  if (!isTerminal()) return declineAll(`not in ${flags.answers}`)

  const screen = screenOf(process.stdout, process.env, flags.plain)
  const keyboard = {
    input: process.stdin,
    output: process.stdout,
    mode: flags.plain ? 'lines' : 'keys',
  } as const
  const edit = editorFor(process.env, say)
  const ask = promptReview({ screen, keyboard, edit, record: interrupted.keep })
  if (flags.restart || interrupted.answers.size === 0) return ask
  say(`going on with ${interrupted.answers.size} answers of the review before; --restart forgets them`)
  return replay(interrupted.answers, 'declined in the review before; --restart asks again', ask)
}
