import type { FoundFix, SourceText } from '../engine/types.ts'
import { previewFix } from '../report/preview.ts'
import { hunksOf, lineEdits } from '../report/unified.ts'

/** Has a person edit files, beginning at a line of the first; returns their texts in the same order. */
export type EditFiles = (files: readonly SourceText[], line: number) => Promise<readonly string[]>

/**
 * Has a person edit what a fix makes of its files. Returns the fix `found` with the edits that lead to the new texts:
 * nothing is proven of it. Undefined when the files are as they were without any fix.
 */
export async function editFix(
  found: FoundFix,
  shown: FoundFix,
  sources: ReadonlyMap<string, SourceText>,
  edit: EditFiles,
): Promise<FoundFix | undefined> {
  const changes = previewFix(shown, sources)
  const files = changes.map(({ path, after }) => ({ path, text: after }))
  const texts = await edit(files, firstLine(changes))
  const [first, ...rest] = changes.flatMap(({ path, before }, index) =>
    lineEdits(before, texts[index] ?? before).map(replacement => ({ path, ...replacement })),
  )
  if (!first) return undefined
  const fix = {
    title: `${found.fix.title}, as edited by hand`,
    edits: [first, ...rest] as const,
    proof: [],
    safety: 'review' as const,
    caution: 'it was edited by hand, and nothing is proven of it but that it compiles',
  }
  // What it did to imports is among the edits now.
  return { ...found, fix, importEdits: [] }
}

/** Where the first change is; a hunk begins with up to three lines of context. */
function firstLine([change]: ReturnType<typeof previewFix>): number {
  const hunk = change && hunksOf(change)[0]
  if (!hunk) return 1
  const context = hunk.lines.findIndex(line => !line.startsWith(' '))
  return hunk.newStart + Math.max(context, 0)
}
