import { hasName, importsOf } from './imports.ts'
import { declaredNames } from './syntax/declared-names.ts'
import type { SyntaxNode } from './syntax/tree.ts'
import { stdPackageName } from './types/std-api.ts'

/**
 * Why a file cannot import a path by its own name: the name is taken in the file, or in one of the `others`, which are
 * the roots of all files in its directory. Imports in `frees` are taken to go.
 */
export function importConflict(
  path: string,
  root: SyntaxNode,
  others: readonly SyntaxNode[],
  frees: readonly string[],
): string | undefined {
  const imports = importsOf(root).filter(hasName)
  if (imports.some(each => each.path === path)) return undefined
  const name = stdPackageName(path)
  const rival = imports.find(
    each => (each.name ?? stdPackageName(each.path)) === name && !frees.includes(each.path),
  )
  if (rival) return `it imports ${rival.path} as ${name} already`
  const own = packageName(root)
  if (others.some(other => packageName(other) === own && declares(other, name)))
    return `its package declares ${name} as something else`
  return undefined
}

function packageName(root: SyntaxNode): string | undefined {
  const clause = root.namedChildren.find(({ type }) => type === 'package_clause')
  return clause?.namedChildren.find(({ type }) => type === 'package_identifier')?.text
}

function declares(root: SyntaxNode, name: string): boolean {
  return root.namedChildren.flatMap(declaredNames).some(({ text }) => text === name)
}
