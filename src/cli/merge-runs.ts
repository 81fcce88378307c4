import { isMade, linesBetween, relocate } from '../engine/on-disk.ts'
import { byPlace } from '../engine/plan.ts'
import type { Outcome, Patch, Problem, RunResult, SourceText } from '../engine/types.ts'

/** One result for runs that followed each other on the same tree, each on what the one before had written. */
export function mergeRuns(results: readonly RunResult[]): RunResult {
  const sources = new Map<string, SourceText>()
  for (const result of results)
    for (const [path, source] of result.sources) if (!sources.has(path)) sources.set(path, source)
  const problems = results.flatMap(result => result.problems)
  const patches = mergePatches(results.flatMap(({ patches }) => patches))
  return {
    outcomes: mergeOutcomes(results, patches).sort(byPlace),
    patches,
    steps: results.flatMap(({ steps }) => steps),
    sources,
    problems: [...new Map(problems.map(problem => [keyOf(problem), problem])).values()],
    notes: [...new Set(results.flatMap(({ notes }) => notes))],
    stats: mergeStats(results.map(({ stats }) => stats)),
  }
}

/** Each run placed its outcomes in the files as it found or left them, and counted rounds from 1. */
function mergeOutcomes(results: readonly RunResult[], patches: readonly Patch[]): Outcome[] {
  const whole = new Map(patches.map(patch => [patch.path, patch]))
  let rounds = 0
  return results.flatMap(({ outcomes, patches, sources, stats }) => {
    const own = new Map(patches.map(patch => [patch.path, patch]))
    const found = (path: string) => own.get(path)?.before ?? sources.get(path)?.text
    const left = (path: string) => own.get(path)?.after ?? sources.get(path)?.text
    const toFirst = linesBetween(found, path => whole.get(path)?.before)
    const toLast = linesBetween(left, path => whole.get(path)?.after)
    const earlier = rounds
    rounds += stats.rounds
    return outcomes.map(outcome => ({
      ...relocate(outcome, isMade(outcome) ? toFirst : toLast),
      round: outcome.round + earlier,
    }))
  })
}

/** All runs look at the same files, for different transforms. */
function mergeStats(stats: readonly RunResult['stats'][]): RunResult['stats'] {
  const most = (count: (one: RunResult['stats']) => number) => Math.max(0, ...stats.map(count))
  return {
    files: most(({ files }) => files),
    candidateFiles: most(({ candidateFiles }) => candidateFiles),
    leftAlone: {
      vendored: most(({ leftAlone }) => leftAlone.vendored),
      generated: most(({ leftAlone }) => leftAlone.generated),
      excluded: most(({ leftAlone }) => leftAlone.excluded),
    },
    rounds: stats.reduce((sum, { rounds }) => sum + rounds, 0),
  }
}

function mergePatches(patches: readonly Patch[]): readonly Patch[] {
  const merged = new Map<string, Patch>()
  for (const patch of patches) {
    const first = merged.get(patch.path)
    const { before, changes } = first ?? { before: patch.before, changes: [] }
    merged.set(patch.path, { ...patch, before, changes: [...changes, ...patch.changes] })
  }
  return [...merged.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function keyOf({ path, message }: Problem): string {
  return `${path}\0${message}`
}
