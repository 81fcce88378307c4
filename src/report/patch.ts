import { gitDiff, type TextChange } from './unified.ts'

/** One patch text for `git apply`, files in the given order; `''` when nothing changed. */
export function patchReport(changes: readonly TextChange[]): string {
  return changes.map(gitDiff).join('')
}
