import { posix } from 'node:path'
import type { Patch, RunResult } from '../engine/types.ts'
import { groupBy } from './group.ts'
import type { TextChange } from './unified.ts'

/** What patches can be made one of each for. */
export type SplitBy = 'transform' | 'package' | 'owner'

/** A part of a run's changes. Parts in the order of their names, applied one after the other, make the whole. */
export interface Part {
  readonly name: string
  readonly changes: readonly TextChange[]
}

/** Splits the changes of a run; `ownersOf` names those of a path. A fix is never divided. */
export function splitChanges(
  result: RunResult,
  by: SplitBy,
  ownersOf: (path: string) => string,
): readonly Part[] {
  if (by === 'transform') return byTransform(result)
  return byPath(result.patches, by === 'owner' ? ownersOf : packageName)
}

function packageName(path: string): string {
  const directory = posix.dirname(path)
  return directory === '.' ? 'root' : directory
}

/** Files that share a fix stay together, under the name of the first of them. */
function byPath(patches: readonly Patch[], nameOf: (path: string) => string): readonly Part[] {
  const patchOf = new Map(patches.map(patch => [patch.path, patch]))
  const names = new Map<string, string>()
  for (const { path } of patches) {
    if (names.has(path)) continue
    const name = nameOf(path)
    const pending = [path]
    for (const next of pending) {
      if (names.has(next)) continue
      names.set(next, name)
      const edits = patchOf.get(next)?.changes.flatMap(({ fix }) => fix.edits) ?? []
      pending.push(...edits.map(edit => edit.path).filter(other => patchOf.has(other)))
    }
  }
  const groups = groupBy(patches, ({ path }) => names.get(path) ?? '')
  return [...groups].map(([name, changes]) => ({ name, changes })).sort(byName)
}

/**
 * Transforms in the order of their names. Where a file was changed in another order, as later rounds do, the
 * transforms between the two share a part: their changes build on each other.
 */
function byTransform({ steps }: RunResult): readonly Part[] {
  const files = [...groupBy(steps, ({ path }) => path).values()]
  const transforms = [...new Set(steps.map(({ transform }) => transform))].sort()
  const descents = files.flatMap(file =>
    file.slice(1).map((step, index) => ({ from: file[index]?.transform ?? '', to: step.transform })),
  )
  const groups: string[][] = []
  for (const transform of transforms) {
    const previous = groups.at(-1)
    const belongs = descents.some(({ from, to }) => to < transform && transform <= from)
    if (previous && belongs) previous.push(transform)
    else groups.push([transform])
  }
  return groups.map(group => {
    const changes = files.flatMap(file => {
      const mine = file.filter(({ transform }) => group.includes(transform))
      const [first, last] = [mine[0], mine.at(-1)]
      return first && last ? [{ path: first.path, before: first.before, after: last.after }] : []
    })
    return { name: group.join('+'), changes: changes.sort((a, b) => (a.path < b.path ? -1 : 1)) }
  })
}

function byName(a: Part, b: Part): number {
  return a.name < b.name ? -1 : 1
}
