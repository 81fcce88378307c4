import { byPosition } from '../engine/plan.ts'
import type { Patch, Problem, RunResult, SourceText } from '../engine/types.ts'

/** One result for runs that followed each other on the same tree, each on what the one before had written. */
export function mergeRuns(results: readonly RunResult[]): RunResult {
  const sources = new Map<string, SourceText>()
  for (const result of results)
    for (const [path, source] of result.sources) if (!sources.has(path)) sources.set(path, source)
  const problems = results.flatMap(result => result.problems)
  return {
    outcomes: results
      .flatMap(({ outcomes }) => outcomes)
      .toSorted((a, b) => byPosition(a.finding, b.finding)),
    patches: mergePatches(results.flatMap(({ patches }) => patches)),
    steps: results.flatMap(({ steps }) => steps),
    sources,
    problems: [...new Map(problems.map(problem => [keyOf(problem), problem])).values()],
    notes: [...new Set(results.flatMap(({ notes }) => notes))],
    stats: mergeStats(results.map(({ stats }) => stats)),
  }
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
