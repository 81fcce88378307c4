import { patch } from '../engine/patch.ts'
import type { FoundFix, SourceText } from '../engine/types.ts'
import type { TextChange } from './unified.ts'

/**
 * What one fix alone makes of the files it touches, as far as `sources` has them: the texts its edits refer to.
 * Sorted by path.
 */
export function previewFix(found: FoundFix, sources: ReadonlyMap<string, SourceText>): readonly TextChange[] {
  const [first, ...rest] = found.fix.edits.filter(({ path }) => sources.has(path))
  if (!first) return []
  const known = { ...found, fix: { ...found.fix, edits: [first, ...rest] as const } }
  return patch([known], path => sources.get(path)?.text ?? '').map(({ path, before, after }) => ({
    path,
    before,
    after,
  }))
}
