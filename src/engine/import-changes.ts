import { importEdits } from '../go/import-edits.ts'
import type { Parser } from '../go/syntax/parse.ts'
import type { SyntaxNode } from '../go/syntax/tree.ts'
import type { Edit, Fix } from '../transform.ts'
import { applyEdits } from './apply-edits.ts'
import { overlap } from './overlap.ts'

/** A file that fixes edit; `root` is called only when there are imports to change. */
export interface EditedFile {
  readonly path: string
  readonly text: string
  readonly root: () => SyntaxNode
}

/**
 * The edits of one file's import declarations that fixes, which do not overlap, need when they are applied together:
 * each import is added once, and removed when all of them leave it without a use.
 */
export function importEditsOf(
  { path, text, root }: EditedFile,
  fixes: readonly Fix[],
  parse: Parser['parse'],
): readonly Edit[] {
  const changes = fixes.flatMap(({ imports = [] }) => imports).filter(change => change.path === path)
  if (changes.length === 0) return []
  const edits = fixes.flatMap(fix => fix.edits).filter(edit => edit.path === path)
  const frees = new Set(changes.flatMap(change => change.frees ?? []))
  const file = { text, root: root() }
  const patched = frees.size === 0 ? file.root : parse(applyEdits(text, edits)).rootNode
  const needs = new Set(changes.flatMap(change => change.needs ?? []))
  return importEdits(file, patched, { needs, frees })
    .map(edit => ({ path, ...edit }))
    .filter(edit => !edits.some(other => overlap(edit, other)))
}
