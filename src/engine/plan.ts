import type { Edit } from '../transform.ts'
import { overlap } from './overlap.ts'
import type { Deferral, FoundFix, Plan } from './types.ts'

/**
 * Chooses the fixes of one round that can be applied together. Of two that overlap the one at the
 * lower position is kept, then the one whose transform comes first by name; the other waits.
 */
export function plan(fixes: readonly FoundFix[]): Plan {
  const changes: FoundFix[] = []
  const deferred: Deferral[] = []
  const keptIn = new Map<string, FoundFix[]>()

  for (const change of fixes.toSorted(byPosition)) {
    const paths = new Set(change.fix.edits.map(edit => edit.path))
    const rivals = [...paths].flatMap(path => keptIn.get(path) ?? [])
    const blockedBy = rivals.find(rival => conflict(change, rival))
    if (blockedBy) {
      deferred.push({ change, blockedBy })
      continue
    }
    changes.push(change)
    for (const path of paths) keptIn.set(path, [...(keptIn.get(path) ?? []), change])
  }
  return { changes, deferred }
}

/** Orders findings by path, position, transform and message. */
export function byPosition(a: Sortable, b: Sortable): number {
  return (
    compare(a.at.path, b.at.path) ||
    a.at.startIndex - b.at.startIndex ||
    a.at.endIndex - b.at.endIndex ||
    compare(a.transform, b.transform) ||
    compare(a.message, b.message)
  )
}

type Sortable = Pick<FoundFix, 'at' | 'transform' | 'message'>

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Changes of imports do not conflict with each other: they are composed. */
function conflict(a: FoundFix, b: FoundFix): boolean {
  return (
    overlaps(a.fix.edits, b.fix.edits) ||
    overlaps(a.importEdits ?? [], b.fix.edits) ||
    overlaps(a.fix.edits, b.importEdits ?? [])
  )
}

function overlaps(some: readonly Edit[], others: readonly Edit[]): boolean {
  return some.some(one => others.some(other => overlap(one, other)))
}
