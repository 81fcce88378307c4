import { makeKeptEdits } from './kept-edits.ts'
import type { Deferral, FoundFix, Outcome, Plan } from './types.ts'

/**
 * Chooses the fixes of one round that can be applied together. Of two that overlap the one at the
 * lower position is kept, then the one whose transform comes first by name; the other waits.
 */
export function plan(fixes: readonly FoundFix[]): Plan {
  const changes: FoundFix[] = []
  const deferred: Deferral[] = []
  const kept = makeKeptEdits()

  for (const change of fixes.toSorted(byPosition)) {
    const blockedBy = kept.rivalOf(change)
    if (blockedBy) {
      deferred.push({ change, blockedBy })
      continue
    }
    changes.push(change)
    kept.keep(change)
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

/** Orders outcomes by path and place. */
export function byPlace(a: Outcome, b: Outcome): number {
  return (
    compare(a.finding.at.path, b.finding.at.path) ||
    a.position.line - b.position.line ||
    a.position.column - b.position.column ||
    byPosition(a.finding, b.finding)
  )
}

type Sortable = Pick<FoundFix, 'at' | 'transform' | 'message'>

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
