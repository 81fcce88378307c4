import { mapLines } from './line-map.ts'
import type { Patch } from './types.ts'

/** Something a tool says of a line; the path is relative to the root. */
export interface Remark {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly message: string
}

/**
 * What a tool says after some patches and did not say before, and the other way round. A remark whose line has only
 * moved is the same; of several with the same words in one file, those on other lines than before count as new.
 */
export function compareRemarks(
  before: readonly Remark[],
  after: readonly Remark[],
  patches: readonly Patch[],
): { readonly gained: readonly Remark[]; readonly lost: readonly Remark[] } {
  const lineAfter = new Map(patches.map(({ path, before, after }) => [path, mapLines(before, after)]))
  const gained: Remark[] = []
  const lost: Remark[] = []
  const old = groupByWords(before)
  const recent = groupByWords(after)
  for (const words of new Set([...old.keys(), ...recent.keys()])) {
    const wasThere = old.get(words) ?? []
    const isThere = recent.get(words) ?? []
    const oldLines = wasThere.map(({ path, line }) => lineAfter.get(path)?.(line).first ?? line)
    const newLines = isThere.map(({ line }) => line)
    const surplus = isThere.length - wasThere.length
    if (surplus > 0) gained.push(...unmatched(isThere, newLines, oldLines).slice(0, surplus))
    if (surplus < 0) lost.push(...unmatched(wasThere, oldLines, newLines).slice(0, -surplus))
  }
  return { gained, lost }
}

function groupByWords(remarks: readonly Remark[]): Map<string, Remark[]> {
  const groups = new Map<string, Remark[]>()
  for (const remark of remarks) {
    const words = `${remark.path}\0${remark.message}`
    groups.set(words, [...(groups.get(words) ?? []), remark])
  }
  return groups
}

/** The remarks, those first whose line is not among the others. */
function unmatched(
  remarks: readonly Remark[],
  lines: readonly number[],
  others: readonly number[],
): readonly Remark[] {
  const rest = [...others]
  const matched: Remark[] = []
  const alone: Remark[] = []
  for (const [index, remark] of remarks.entries()) {
    const found = rest.indexOf(lines[index] ?? 0)
    if (found >= 0) rest.splice(found, 1)
    const place = found < 0 ? alone : matched
    place.push(remark)
  }
  return [...alone, ...matched]
}
