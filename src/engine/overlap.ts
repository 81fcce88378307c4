import type { Edit } from '../transform.ts'

/** Reports whether two edits touch. Two insertions at one place do too: nothing says which comes first. */
export function overlap(a: Edit, b: Edit): boolean {
  if (a.path !== b.path) return false
  if (a.startIndex === b.startIndex) return true
  return a.startIndex < b.endIndex && b.startIndex < a.endIndex
}
