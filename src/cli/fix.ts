import { readFile } from 'node:fs/promises'
import { acceptAll, acceptSafe, declineAll, replay } from '../engine/answers.ts'
import { applyPatches } from '../engine/apply.ts'
import { requireCleanTree } from '../engine/git.ts'
import type { Outcome, Review } from '../engine/types.ts'
import { withJournal } from '../engine/with-journal.ts'
import { UsageError } from '../errors.ts'
import { type Answers, parseAnswers } from '../report/answers.ts'
import { NOT_ANSWERED, promptReview } from '../terminal/review.ts'
import { screenOf } from '../terminal/screen.ts'
import { editorFor } from './editor.ts'
import { type Interrupted, openInterrupted } from './interrupted.ts'
import { exitCode, printReport, type RunFlags, runEngine } from './session.ts'

interface FixFlags extends RunFlags {
  readonly yes?: boolean
  readonly reviewToo?: boolean
  readonly allowDirty?: boolean
  readonly answers?: string
  readonly restart?: boolean
}

/** Has every fix decided, writes the accepted ones and reports; returns the exit code. */
export async function fix(patterns: readonly string[], flags: FixFlags): Promise<number> {
  requirePossible(flags)
  const given = flags.answers === undefined ? new Map() : await readAnswers(flags.answers)
  const root = process.cwd()
  const result = await withJournal(root, async (journal, recovery) => {
    if (recovery) process.stderr.write(`gomend: ${recovery.message}\n`)
    // Only now: half an apply, which has just been rolled back, is an uncommitted change too.
    if (!flags.allowDirty) await requireCleanTree(root)
    const interrupted = openInterrupted(journal.directory)
    if (flags.restart) interrupted.forget()
    const review = replay(given, `declined in ${flags.answers}`, reviewFor(flags, interrupted))
    const result = await runEngine(patterns, flags, {
      review,
      apply: patches => applyPatches(journal, patches),
    })
    if (!result.outcomes.some(isUnfinished)) interrupted.forget()
    return result
  })
  await printReport(result, flags.format ?? 'text', flags)
  return exitCode(result, false)
}

/** Reports whether the next run should go on from the answers of this one. */
function isUnfinished(outcome: Outcome): boolean {
  return outcome.status === 'stale' || (outcome.status === 'declined' && outcome.reason === NOT_ANSWERED)
}

function requirePossible(flags: FixFlags): void {
  if (flags.reviewToo && !flags.yes)
    throw new UsageError('--review-too goes with --yes; without it each fix is asked')
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
  const edit = editorFor(process.env, message => process.stderr.write(`gomend: ${message}\n`))
  const ask = promptReview({ screen, keyboard, edit, record: interrupted.keep })
  if (flags.restart || interrupted.answers.size === 0) return ask
  process.stderr.write(
    `gomend: going on with ${interrupted.answers.size} answers of the review before; --restart forgets them\n`,
  )
  return replay(interrupted.answers, 'declined in the review before; --restart asks again', ask)
}
