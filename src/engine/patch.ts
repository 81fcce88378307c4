import type { Parser } from '../go/syntax/parse.ts'
import { applyEdits } from './apply-edits.ts'
import { importEditsOf } from './import-changes.ts'
import { keepFormatted } from './keep-formatted.ts'
import type { FoundFix, Patch } from './types.ts'

export interface PatchOptions {
  /** The text of a path that the edits refer to. */
  readonly textOf: (path: string) => string
  /** May be missing when no fix changes imports. */
  readonly parser: Pick<Parser, 'parse'> | undefined
}

/**
 * Applies fixes that do not overlap, with the imports that they need together; sorted by path. A file that comes out
 * as it went in gives no patch. What was gofmt-clean before is so after.
 */
export function patch(changes: readonly FoundFix[], { textOf, parser }: PatchOptions): Patch[] {
  const patches: Patch[] = []
  const parse: Parser['parse'] = text => {
    if (!parser) throw new Error('imports cannot be changed without a parser')
    return parser.parse(text)
  }
  for (const [path, fileChanges] of [...changesByPath(changes)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = textOf(path)
    const fixes = fileChanges.map(({ fix }) => fix)
    const edits = fixes.flatMap(fix => fix.edits).filter(edit => edit.path === path)
    const importEdits = importEditsOf(
      { path, text: before, root: () => parse(before).rootNode },
      fixes,
      parse,
    )
    const after = keepFormatted(path, before, applyEdits(before, [...edits, ...importEdits]))
    if (after !== before) patches.push({ path, before, after, changes: fileChanges, importEdits })
  }
  return patches
}

function changesByPath(changes: readonly FoundFix[]): Map<string, FoundFix[]> {
  const byPath = new Map<string, FoundFix[]>()
  for (const change of changes) {
    for (const path of new Set(change.fix.edits.map(edit => edit.path))) {
      const known = byPath.get(path)
      if (known) known.push(change)
      else byPath.set(path, [change])
    }
  }
  return byPath
}
