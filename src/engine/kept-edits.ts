import type { Edit } from '../transform.ts'
import { overlap } from './overlap.ts'
import type { FoundFix } from './types.ts'

/** The fixes that a plan has kept so far, by what they edit. */
export interface KeptEdits {
  /** The first kept fix that an edit of the change overlaps; undefined when there is none. */
  readonly rivalOf: (change: FoundFix) => FoundFix | undefined
  /** Adds a change that has no rival. */
  readonly keep: (change: FoundFix) => void
}

interface Owned {
  readonly edit: Edit
  readonly owner: FoundFix
  readonly order: number
}

export function makeKeptEdits(): KeptEdits {
  /** By path, sorted by position; they do not overlap. */
  const edits = new Map<string, Owned[]>()
  /** By path and span. They do not conflict with each other: changes of imports are composed. */
  const importEdits = new Map<string, Map<string, Owned>>()
  let order = 0

  return {
    rivalOf({ fix, importEdits: own = [] }) {
      const rivals = [
        ...fix.edits.flatMap(edit => [...overlapping(edit), ...overlappingImports(edit)]),
        ...own.flatMap(overlapping),
      ]
      return rivals.sort((a, b) => a.order - b.order)[0]?.owner
    },
    keep(owner) {
      order++
      for (const edit of owner.fix.edits) {
        const list = listOf(edits, edit.path, () => [])
        list.splice(firstFrom(list, edit.startIndex), 0, { edit, owner, order })
      }
      for (const edit of owner.importEdits ?? []) {
        const spans = listOf(importEdits, edit.path, () => new Map<string, Owned>())
        const span = `${edit.startIndex}-${edit.endIndex}`
        if (!spans.has(span)) spans.set(span, { edit, owner, order })
      }
    },
  }

  function overlapping(edit: Edit): Owned[] {
    const list = edits.get(edit.path) ?? []
    const found: Owned[] = []
    // Of those before, only the last may reach so far: they do not overlap each other.
    for (let index = Math.max(0, firstFrom(list, edit.startIndex) - 1); index < list.length; index++) {
      const kept = list[index]
      if (!kept || kept.edit.startIndex > Math.max(edit.startIndex, edit.endIndex)) break
      if (overlap(edit, kept.edit)) found.push(kept)
    }
    return found
  }

  function overlappingImports(edit: Edit): Owned[] {
    return [...(importEdits.get(edit.path)?.values() ?? [])].filter(kept => overlap(edit, kept.edit))
  }
}

function listOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}

/** The index of the first edit that starts at an offset or behind it. */
function firstFrom(list: readonly Owned[], offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.edit.startIndex ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
