import { compareTruth } from '../go/constraint/compare.ts'
import { fileConstraint } from '../go/constraint/file-constraint.ts'
import { scanHeader } from '../go/constraint/header.ts'
import { loadParser } from '../go/syntax/parse.ts'
import type { SyntaxNode } from '../go/syntax/tree.ts'
import type { Patch } from './types.ts'

/**
 * Reports whether a patch may change what importers of its package see. It does not when it keeps the build
 * constraint and changes nothing but comments, bodies of functions, and imports in one direction.
 */
export async function mayChangeApi({ path, before, after }: Patch): Promise<boolean> {
  if (!path.endsWith('.go') || path.endsWith('_test.go')) return false
  const headers = [before, after].map(text => scanHeader(text, 'go')) as [Header, Header]
  if (!isSameConstraint(path, headers)) return true
  if (before.slice(headers[0].codeIndex) === after.slice(headers[1].codeIndex)) return false

  const { parse } = await loadParser()
  const [old, recent] = [before, after].map(text => parse(text).rootNode) as [SyntaxNode, SyntaxNode]
  if (old.hasError || recent.hasError) return true
  return declarations(old) !== declarations(recent) || importsMayDiffer(old, recent)
}

type Header = ReturnType<typeof scanHeader>

function isSameConstraint(path: string, headers: readonly [Header, Header]): boolean {
  const [old, recent] = headers.map(header => fileConstraint(path, header))
  if (!old || !recent) return old === recent
  if (!old.expression || !recent.expression) return false
  return compareTruth(old.expression, recent.expression) === 'equal'
}

function declarations({ namedChildren }: SyntaxNode): string {
  return namedChildren
    .filter(({ type }) => type !== 'comment' && type !== 'import_declaration')
    .map(node => {
      const body = node.childForFieldName('body')
      return body ? node.text.slice(0, body.startIndex - node.startIndex) : node.text
    })
    .join('\n')
}

/** Imports that come and go at once may give a name another meaning; so may one that brings in all names. */
function importsMayDiffer(old: SyntaxNode, recent: SyntaxNode): boolean {
  const [before, after] = [old, recent].map(
    root => new Set(root.descendantsOfType('import_spec').map(({ text }) => text)),
  ) as [Set<string>, Set<string>]
  const added = [...after].filter(text => !before.has(text))
  const removed = [...before].filter(text => !after.has(text))
  return (added.length > 0 && removed.length > 0) || [...added, ...removed].some(text => text.startsWith('.'))
}
