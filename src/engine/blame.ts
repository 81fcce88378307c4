import { lineNumber } from '../go/source-lines.ts'
import { mapLines } from './line-map.ts'
import type { FoundFix, Patch } from './types.ts'

/**
 * The fixes that a compiler's messages point at, each message naming at most one: the only one on the line, or in the
 * change that the line is part of. `output` has paths relative to the root.
 */
export function suspects(output: string, patches: readonly Patch[]): ReadonlySet<FoundFix> {
  const found = new Set<FoundFix>()
  const finders = new Map<string, (line: number) => FoundFix | undefined>()
  for (const [, path = '', line] of output.matchAll(/^(.+?\.\w+):(\d+)(?::\d+)?: /gm)) {
    const patch = patches.find(candidate => candidate.path === path)
    if (!patch) continue
    const find = finders.get(path) ?? makeFinder(patch)
    finders.set(path, find)
    const fix = find(Number(line))
    if (fix) found.add(fix)
  }
  return found
}

/** Takes a line of the text after; looks for edits of the lines that it comes from. */
function makeFinder({ path, before, after, changes }: Patch): (line: number) => FoundFix | undefined {
  const linesBefore = mapLines(after, before)
  const lineOf = (index: number) => lineNumber(before, index)
  const edits = changes.flatMap(fix =>
    fix.fix.edits
      .filter(edit => edit.path === path)
      .map(({ startIndex, endIndex }) => ({ fix, first: lineOf(startIndex), last: lineOf(endIndex) })),
  )
  return line => {
    const { first, last } = linesBefore(line)
    const fixes = new Set(
      edits.filter(edit => edit.first <= last && edit.last >= first).map(({ fix }) => fix),
    )
    return fixes.size === 1 ? [...fixes][0] : undefined
  }
}
