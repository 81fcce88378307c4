import { applyEdits } from '../engine/apply-edits.ts'
import type { FoundFix, SourceText } from '../engine/types.ts'
import type { TextChange } from './unified.ts'

/**
 * What one fix alone makes of the files it touches, as far as `sources` has them: the texts its edits refer to.
 * Sorted by path.
 */
export function previewFix(found: FoundFix, sources: ReadonlyMap<string, SourceText>): readonly TextChange[] {
  return previewEdits(editsOf(found), sources)
}

/** All edits of a fix that is applied alone, those of imports included. */
export function editsOf({ fix, importEdits = [] }: FoundFix): readonly Edit[] {
  return [...fix.edits, ...importEdits]
}

/**
 * What a fix makes of the files it touches, in parts that can be applied by themselves to the texts as they are: a
 * change of imports may be far from the rest.
 */
export function previewParts(
  { fix, importEdits = [] }: FoundFix,
  sources: ReadonlyMap<string, SourceText>,
): readonly TextChange[] {
  return [...previewEdits(fix.edits, sources), ...previewEdits(importEdits, sources)]
}

type Edit = FoundFix['fix']['edits'][number]

function previewEdits(
  edits: readonly Edit[],
  sources: ReadonlyMap<string, SourceText>,
): readonly TextChange[] {
  const paths = [...new Set(edits.map(({ path }) => path))].sort()
  return paths.flatMap(path => {
    const before = sources.get(path)?.text
    if (before === undefined) return []
    const own = edits.filter(edit => edit.path === path)
    return [{ path, before, after: applyEdits(before, own) }]
  })
}
