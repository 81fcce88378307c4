import { type AnalyserOptions, makeAnalyser } from './analyser.ts'
import { readCandidates } from './candidates.ts'
import { discover } from './discover.ts'
import { makeGate } from './gate.ts'
import { makeIgnores } from './ignores.ts'
import { makeModuleFinder } from './modules.ts'
import { outcomesOnDisk } from './on-disk.ts'
import { makeOverlay } from './overlay.ts'
import { byPlace } from './plan.ts'
import { runRounds } from './rounds.ts'
import type {
  Apply,
  Hold,
  Outcome,
  Problem,
  Progress,
  Review,
  RunResult,
  StalePatch,
  Verify,
} from './types.ts'

export interface RunOptions extends AnalyserOptions {
  readonly patterns: readonly string[]
  readonly isExcluded: (path: string) => boolean
  /** Keeps findings out of the run, each with a reason, besides those with an ignore comment. */
  readonly hold?: Hold
  readonly review: Review
  /** Without it nothing is compiled. */
  readonly verify: Verify | undefined
  /** Without it nothing is written: a dry run. */
  readonly apply: Apply | undefined
  readonly onProgress: (progress: Progress) => void
}

/** Runs all stages on the files that the patterns mean. Throws UsageError when the run cannot start. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { packages, problems, notes, leftOut, vendored, excluded } = await discover(options)
  const moduleOf = makeModuleFinder(options.root)
  const read = readCandidates(packages, options, moduleOf)
  const overlay = makeOverlay(options.transforms)
  overlay.adopt(read.candidates)
  const gate = makeGate({ ...options, fileAt: overlay.fileAt, moduleOf, leftOut })
  const analyser = makeAnalyser(options)
  const ignores = makeIgnores(
    read.candidates,
    options.transforms.map(({ name }) => name),
  )
  const hold: Hold = (finding, text) => ignores.reasonFor(finding, text) ?? options.hold?.(finding, text)
  const stages = { ...options, analyser, overlay, gate, hold }
  const rounds = await runRounds(read.candidates, stages).finally(analyser.close)
  const ignored = ignores.report()
  const { stale, notes: applyNotes } = (await options.apply?.(rounds.patches)) ?? { stale: [], notes: [] }

  const stalePaths = new Set(stale.map(({ patch }) => patch.path))
  const isFresh = ({ path }: { readonly path: string }) => !stalePaths.has(path)

  const patches = rounds.patches.filter(isFresh)
  const outcomes = withStale(rounds.outcomes, stale)

  return {
    outcomes: outcomesOnDisk({ ...rounds, outcomes }, options.apply ? patches : []).sort(byPlace),
    patches,
    steps: rounds.steps.filter(isFresh),
    sources: rounds.sources,
    problems: [...problems, ...read.problems, ...ignored.problems, ...rounds.problems].sort(byPath),
    notes: [
      ...notes,
      ...ignored.notes,
      ...rounds.notes,
      ...applyNotes.map(({ path, message }) => `${path}: ${message}`),
    ],
    stats: {
      files: read.files,
      candidateFiles: read.candidates.length,
      leftAlone: { vendored, generated: read.generated, excluded },
      rounds: rounds.count,
    },
  }
}

function withStale(outcomes: readonly Outcome[], stale: readonly StalePatch[]): Outcome[] {
  const reasons = new Map(
    stale.flatMap(({ patch, reason }) => patch.changes.map(change => [change, reason] as const)),
  )
  return outcomes.map(outcome => {
    if (outcome.status !== 'fixed' && outcome.status !== 'unverified') return outcome
    const { finding, position, round } = outcome
    const reason = reasons.get(finding)
    return reason === undefined ? outcome : { status: 'stale', finding, reason, position, round }
  })
}

function byPath(a: Problem, b: Problem): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
