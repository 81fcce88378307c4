import type { FoundFix, SourceText } from '../engine/types.ts'
import type { TextChange } from './unified.ts'

/**
 * What one fix alone makes of the files it touches;
 * `sources` are the texts its edits refer to. Sorted by path.
 */
export function previewFix(
  { fix }: FoundFix,
  sources: ReadonlyMap<string, SourceText>,
): readonly TextChange[] {
  const paths = [...new Set(fix.edits.map(edit => edit.path))].sort()
  return paths.flatMap(path => {
    const before = sources.get(path)?.text
    if (before === undefined) return []
    return [
      {
        path,
        before,
        after: edited(
          before,
          fix.edits.filter(edit => edit.path === path),
        ),
      },
    ]
  })
}

function edited(text: string, edits: readonly FoundFix['fix']['edits'][number][]): string {
  let result = ''
  let end = 0
  for (const edit of edits.toSorted((a, b) => a.startIndex - b.startIndex)) {
    result += text.slice(end, edit.startIndex) + edit.newText
    end = edit.endIndex
  }
  return result + text.slice(end)
}
