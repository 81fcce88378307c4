import { type ImportLine, withImport } from './import-lines.ts'
import { lineEnd, nextLine, restIsComment } from './source-lines.ts'
import type { SyntaxNode } from './syntax/tree.ts'
import type { ParsedText, TextEdit } from './text-edit.ts'

/** Adds a declaration: after the last one, which may be that of cgo, or else after the package clause. */
export function newDeclaration({ text, root }: ParsedText, paths: readonly string[]): TextEdit {
  const clause = root.namedChildren.find(({ type }) => type === 'package_clause')
  const last = root.namedChildren.findLast(({ type }) => type === 'import_declaration')
  const above = last ?? clause
  if (!above) throw new Error('a Go file without a package clause cannot have imports')

  if (!restIsComment(text, above.endIndex)) {
    const end = (clause ?? above).endIndex
    return { startIndex: end, endIndex: end, newText: paths.map(path => `; import "${path}"`).join('') }
  }
  const end = lineEnd(text, above.endIndex)
  const next = nextLine(text, end)
  const isFollowed = next < text.length && text.slice(next, lineEnd(text, next)).trim() !== ''
  const gap = last && isPlain(last) ? '\n' : '\n\n'
  const newText = `${gap}${declarationOf(paths, gap === '\n')}${isFollowed && gap !== '\n' ? '\n' : ''}`
  return { startIndex: end, endIndex: end, newText }
}

/** Where several declarations have one import each, a new one follows suit. */
function isPlain(declaration: SyntaxNode): boolean {
  return !/[("`]C["`]|\(/.test(declaration.text)
}

function declarationOf(paths: readonly string[], isPlain: boolean): string {
  if (isPlain || paths.length === 1) return paths.map(path => `import "${path}"`).join('\n')
  const lines = paths.reduce<readonly ImportLine[]>(withImport, [])
  return `import (\n${lines.map(({ text }) => `${text}\n`).join('')})`
}
