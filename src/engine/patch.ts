import MagicString from 'magic-string'
import type { Edit } from '../transform.ts'
import type { FoundFix, Patch } from './types.ts'

/**
 * Applies fixes that do not overlap to the texts their edits refer to; sorted by path.
 * `textOf` returns the text of a path; a file that comes out as it went in gives no patch.
 */
export function patch(changes: readonly FoundFix[], textOf: (path: string) => string): Patch[] {
  const patches: Patch[] = []
  for (const [path, fileChanges] of [...changesByPath(changes)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = textOf(path)
    const text = new MagicString(before)
    for (const { fix } of fileChanges)
      for (const edit of fix.edits) if (edit.path === path) applyEdit(text, edit)
    const after = text.toString()
    if (after !== before) patches.push({ path, before, after, changes: fileChanges })
  }
  return patches
}

function changesByPath(changes: readonly FoundFix[]): Map<string, FoundFix[]> {
  const byPath = new Map<string, FoundFix[]>()
  for (const change of changes) {
    for (const path of new Set(change.fix.edits.map(edit => edit.path)))
      byPath.set(path, [...(byPath.get(path) ?? []), change])
  }
  return byPath
}

function applyEdit(text: MagicString, { startIndex, endIndex, newText }: Edit): void {
  if (startIndex === endIndex) text.appendLeft(startIndex, newText)
  else if (newText === '') text.remove(startIndex, endIndex)
  else text.update(startIndex, endIndex, newText)
}
